# What people wrote (titles, names of branches) comes in by the environment, is quoted, and is never run.
root=${INCIDENTREPO_ROOT:-.}
rev=$(commit_of "${INCIDENTREPO_REV:-HEAD}")
base=${INCIDENTREPO_BASE:+$(commit_of "$INCIDENTREPO_BASE")}

if [ -z "$base" ]; then
    case ${CI_PIPELINE_SOURCE:-}:${CI_MERGE_REQUEST_EVENT_TYPE:-} in
        merge_request_event:merged_result | merge_request_event:merge_train)
            # Where projects merge by fast-forward, a train rebases, and its last commit is one of several.
            if is_merge; then
                take_first_parent
            else
                take_branch "${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-}"
            fi
            ;;
        merge_request_event:*) take_branch "${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-}" ;;
        push:*) take_before "${CI_COMMIT_BEFORE_SHA:-}" "${CI_COMMIT_BRANCH:-}" "${CI_DEFAULT_BRANCH:-}" ;;
    esac
fi

# In a folder of a larger repository most changes are none of ours. The job runs for them all the same:
# a check that is required and never reports would hold them up.
if [ -n "$base" ] && git diff --quiet --no-ext-diff "$base" "$rev" -- "$root" .gitlab .gitlab-ci.yml; then
    echo "This change touches no incident."
    exit 0
fi
