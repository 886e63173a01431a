# What the issue says stays in files: no word of it is ever part of a command.
root=${INCIDENTREPO_ROOT:-.}
branch=$INCIDENTREPO_BRANCH
issue="repos/$GITHUB_REPOSITORY/issues/$INCIDENTREPO_ISSUE"
answer=$(mktemp)

# The job's own token pushes; it is in no argument and no file.
export GIT_CONFIG_COUNT=1
export GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader"
GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$GH_TOKEN" | base64 | tr -d '\n')"
export GIT_CONFIG_VALUE_0
export GIT_AUTHOR_NAME="github-actions[bot]"
export GIT_AUTHOR_EMAIL="41898282+github-actions[bot]@users.noreply.github.com"
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"

declare_it() {
    local status=0
    incidentrepo -C "$root" declare --from-issue="$GITHUB_EVENT_PATH" --answer="$answer" || status=$?
    case $status in
        0) ;;
        2) # something in the issue has to be mended, and the answer says what
            answer_it
            exit 0
            ;;
        *) exit "$status" ;;
    esac
}

answer_it() {
    gh api --silent --method POST "$issue/comments" -F "body=@$answer"
}

push_to() {
    git push --quiet origin "HEAD:refs/heads/$1"
}

# Where somebody was faster it is declared anew on top of that; a branch that takes no push is told from
# that by its tip, which stays where it was.
before=$(git rev-parse HEAD)
is_pushed=false
for _ in 1 2 3 4 5; do
    declare_it
    if [ "$(git rev-parse HEAD)" = "$before" ] || push_to "$branch"; then
        is_pushed=true
        break
    fi
    git fetch --quiet --depth=1 origin "refs/heads/$branch"
    [ "$(git rev-parse FETCH_HEAD)" != "$before" ] || break
    git reset --quiet --hard FETCH_HEAD
    before=$(git rev-parse HEAD)
done

if [ "$is_pushed" = false ]; then
    # Where others were faster each time, what was declared last went with it.
    [ "$(git rev-parse HEAD)" != "$before" ] || declare_it
    topic="incident/issue-$INCIDENTREPO_ISSUE"
    git push --quiet --force origin "HEAD:refs/heads/$topic"
    # Its checks start when somebody lets them: a token opened it, and no person.
    address=$(gh pr create --base "$branch" --head "$topic" \
        --title "Declare the incident of issue $INCIDENTREPO_ISSUE" \
        --body "Filed in #$INCIDENTREPO_ISSUE. To check it, press \"Approve workflows to run\"." \
        || gh pr view "$topic" --json url --jq .url || true)
    if [ -n "$address" ]; then
        printf '\nIt waits for approval in %s\n' "$address" >> "$answer"
    else
        printf '\nIt waits on the branch `%s`: open a pull request for it.\n' "$topic" >> "$answer"
    fi
fi
answer_it
gh api --silent --method PATCH "$issue" -f state=closed -f state_reason=completed

[ "$is_pushed" = true ] || exit 0

# A push by this token starts no workflow, so what it would have started is started here: the sites, the check.
for site in incidents-internal-site.yml incidents-public-site.yml; do
    gh workflow run "$site" --ref "$branch" || echo "::warning::$site could not be started"
done
rev=$(git rev-parse HEAD)
base=$before
