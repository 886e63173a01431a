# Without a base, as on a schedule, the whole is judged.
status=0
incidentrepo -C "$root" check ${base:+--base="$base"} --rev="$rev" --format=github || status=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    {
        case $status in
            0) printf '## Incidents: nothing stands in the way\n\n' ;;
            1) printf '## Incidents: something has to be mended first\n\nThe lines are named under "Annotations".\n\n' ;;
            *) printf '## Incidents: nothing could be checked\n\nThe log of this step says why.\n\n' ;;
        esac
        # 1: something is overdue, which is no reason to stop a change.
        incidentrepo -C "$root" deadlines --format=markdown || [ $? -eq 1 ] \
            || printf 'What is owed could not be worked out.\n'
    } >> "$GITHUB_STEP_SUMMARY"
fi
exit "$status"
