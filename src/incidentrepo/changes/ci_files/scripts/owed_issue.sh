# Keeps one issue up to date. What records say comes in by a file, and is never part of a command.
title="What we owe"
root=${INCIDENTREPO_ROOT:-.}
body=$(mktemp)

# 0: nothing is overdue, 1: something is; else nothing is known, and the issue stays as it was.
status=0
incidentrepo -C "$root" deadlines --format=markdown > "$body" || status=$?
[ "$status" -le 1 ] || exit "$status"
owed=$(incidentrepo -C "$root" deadlines --format=json | jq '.deadlines | length') || [ $? -eq 1 ]

# GitHub takes 65,536 characters, and refuses the whole of a longer text.
if [ "$(wc -c < "$body")" -gt 60000 ]; then
    head -c 60000 "$body" | iconv -c -f UTF-8 -t UTF-8 > "$body.short"
    printf '\n\n... and more: `incidentrepo deadlines` shows all of it.\n' >> "$body.short"
    mv "$body.short" "$body"
fi

# Of those that this workflow opened: anybody could open one of the same title.
issue=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues?state=all&creator=github-actions%5Bbot%5D&per_page=100" \
    --jq '.[] | select(.pull_request == null and .title == "'"$title"'") | .number' | sort -n | tail -n 1)

if [ "$owed" -gt 0 ]; then
    state=open
else
    state=closed
fi
if [ -n "$issue" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/$issue" -f "state=$state" -F "body=@$body"
elif [ "$state" = open ]; then
    gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues" -f "title=$title" -F "body=@$body"
fi
cat "$body" >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
exit "$status"
