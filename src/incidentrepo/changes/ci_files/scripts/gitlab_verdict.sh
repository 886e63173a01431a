# The world can read the log of a public project, even one whose files it cannot; this format quotes nothing.
format=text
[ "${CI_PROJECT_VISIBILITY:-private}" != public ] || format=gitlab

# Without a base, as on a schedule, the whole is judged.
status=0
incidentrepo -C "$root" check ${base:+--base="$base"} --rev="$rev" --format="$format" \
    --output=gitlab=gl-code-quality-report.json || status=$?

if [ "$format" = text ]; then
    # 1: something is overdue, which is no reason to stop a change.
    incidentrepo -C "$root" deadlines || [ $? -eq 1 ] || echo "What is owed could not be worked out."
fi
exit "$status"
