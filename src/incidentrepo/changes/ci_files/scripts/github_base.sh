# What people wrote (titles, names of branches) comes in by the environment, is quoted, and is never run.
root=${INCIDENTREPO_ROOT:-.}
rev=$(commit_of "${INCIDENTREPO_REV:-HEAD}")
base=${INCIDENTREPO_BASE:+$(commit_of "$INCIDENTREPO_BASE")}

# Where the history is private, the job's own token fetches it; it is in no argument and no file.
if [ -n "${INCIDENTREPO_TOKEN:-}" ]; then
    export GIT_CONFIG_COUNT=1
    export GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader"
    GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$INCIDENTREPO_TOKEN" | base64 | tr -d '\n')"
    export GIT_CONFIG_VALUE_0
fi

if [ -z "$base" ]; then
    case ${GITHUB_EVENT_NAME:-} in
        pull_request)
            # The host's own merge, that is: a branch may end in a merge too, which says nothing of the rest.
            if [ "$rev" = "${GITHUB_SHA:-$rev}" ] && is_merge; then
                take_first_parent
            else
                take_branch "${GITHUB_BASE_REF:-}"
            fi
            ;;
        push | merge_group)
            take_before "${INCIDENTREPO_BEFORE:-}" "${GITHUB_REF_NAME:-}" "${INCIDENTREPO_DEFAULT_BRANCH:-}"
            ;;
        pull_request_target | workflow_run | issue_comment)
            echo "error: this event has rights that a change from outside must not have" >&2
            echo "hint: run this on pull_request" >&2
            exit 3
            ;;
    esac
fi

# In a folder of a larger repository most changes are none of ours. The job runs for them all the same:
# a check that is required and never reports would hold them up.
if [ -n "$base" ] && git diff --quiet --no-ext-diff "$base" "$rev" -- "$root" .github; then
    echo "This change touches no incident."
    exit 0
fi
