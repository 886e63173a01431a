python -m pip install --quiet --disable-pip-version-check --requirement .github/incidentrepo.txt
