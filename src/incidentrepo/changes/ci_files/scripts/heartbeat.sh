# GitHub switches a schedule off after 60 days without a commit, and tells nobody who looks at changes.
workflow="repos/$GITHUB_REPOSITORY/actions/workflows/incidents-deadlines.yml"
warn() {
    echo "::warning title=Nobody looks at the deadlines::$1"
    printf '## Nobody looks at the deadlines\n\n%s\n' "$1" >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
}

# It is not there before the change that adds it has landed.
state=$(gh api "$workflow" --jq .state) || exit 0
if [ "$state" != active ]; then
    warn "Their schedule is switched off. Switch it on: gh workflow enable incidents-deadlines.yml"
    exit 0
fi
last=$(gh api "$workflow/runs?per_page=1&status=completed" --jq '.workflow_runs[0].created_at // empty')
# A weekend, a holiday at either end, and a day that GitHub drops.
if [ -n "$last" ] && [ $(($(date +%s) - $(date --date="$last" +%s))) -gt $((6 * 24 * 3600)) ]; then
    warn "They were last looked at on ${last%T*}. Look now: gh workflow run incidents-deadlines.yml"
fi
