# A job's clone is cut off after a commit or two; these fetch what is missing, and no more.
fetch() {
    if ! git fetch --quiet --no-tags --no-recurse-submodules "$@"; then
        echo "error: what this change is compared with cannot be fetched" >&2
        exit 3
    fi
}

is_shallow() {
    [ "$(git rev-parse --is-shallow-repository)" = true ]
}

# Fetches a tip alone; in a whole clone `--depth` would cut it off.
fetch_tip() {
    if is_shallow; then
        fetch --depth=1 origin "$1"
    else
        fetch origin "$1"
    fi
}

is_commit() {
    git rev-parse --verify --quiet --end-of-options "$1^{commit}" > /dev/null
}

# Prints the id of a commit, whatever its name looks like.
commit_of() {
    if ! git rev-parse --verify --quiet --end-of-options "$1^{commit}"; then
        echo "error: there is no such commit: $1" >&2
        exit 3
    fi
}

# Whether the place where two commits parted is known for certain: were a commit above it cut off,
# a later one could hide behind it.
is_joined() {
    local forks
    git merge-base --is-ancestor "$1" "$2" && return
    is_shallow || return 0
    forks=$(git merge-base --all "$1" "$2") || return 1
    # shellcheck disable=SC2086 # commit ids, one a line
    [ -z "$(git rev-list "$1" "$2" --not $forks | grep -xFf "$(git rev-parse --git-path shallow)")" ]
}

# Makes that place known.
join() {
    local depth
    for depth in 30 300; do
        is_joined "$1" "$2" && return
        fetch --deepen="$depth" origin "$1" "$2"
    done
    is_joined "$1" "$2" || fetch --unshallow origin
}

# A commit without files: what comes after it is a beginning, judged by its own policy.
no_files() {
    git -c user.name=incidentrepo -c user.email=incidentrepo@localhost \
        commit-tree -m "No files" "$(git hash-object -t tree /dev/null)"
}

# Takes the tip of a branch for the base.
take_branch() {
    if ! git check-ref-format "refs/heads/$1"; then
        echo "error: nothing says which branch this change is meant for" >&2
        exit 3
    fi
    fetch_tip "+refs/heads/$1:refs/incidentrepo/base"
    base=$(commit_of refs/incidentrepo/base)
    join "$base" "$rev"
}

# Takes what the host made of a merge: its first parent is what it is merged into.
take_first_parent() {
    is_commit "$rev^1" || fetch --deepen=1 origin "$rev"
    base=$(commit_of "$rev^1")
}

is_merge() {
    [ "$(git cat-file commit "$rev" | sed '/^$/q' | grep -c '^parent ')" -gt 1 ]
}

# Takes what a branch pointed to before a push; a new branch is compared with the default one.
take_before() {
    if [ -z "$1" ]; then
        echo "error: nothing says what this branch was before" >&2
        exit 3
    elif [ -n "${1//0/}" ]; then
        is_commit "$1" || fetch_tip "$1"
        base=$(commit_of "$1")
        join "$base" "$rev"
    elif [ "$2" = "$3" ]; then
        base=$(no_files)
    else
        take_branch "$3"
    fi
}
