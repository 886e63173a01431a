# Without a base, as on a schedule, the whole is judged.
report=gl-code-quality-report.json
status=0
incidentrepo -C "$root" check ${base:+--base="$base"} --rev="$rev" --format=gitlab > "$report" || status=$?

# The world can read the log of a public project, even one whose files it cannot; the report quotes nothing.
if [ "${CI_PROJECT_VISIBILITY:-private}" = public ]; then
    cat "$report"
else
    incidentrepo -C "$root" check ${base:+--base="$base"} --rev="$rev" || [ $? -eq "$status" ]
    # 1: something is overdue, which is no reason to stop a change.
    incidentrepo -C "$root" deadlines || [ $? -eq 1 ] || echo "What is owed could not be worked out."
fi
exit "$status"
