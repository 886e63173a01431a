pip install --quiet --root-user-action=ignore -- "$INCIDENTREPO_REQUIREMENT"
