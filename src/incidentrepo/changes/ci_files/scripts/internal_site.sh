# The internal site shows everything. It goes where the policy says, or becomes an artifact of the run;
# never to a place that the world can read.
root=${INCIDENTREPO_ROOT:-.}
address=$(incidentrepo -C "$root" site address --audience=internal)
answer() {
    curl --silent --output /dev/null --max-time 30 --proto =https --write-out '%{http_code}' --url "$address" || true
}
# A place that asks who is there refuses a stranger, or sends them to sign in.
refuse_open_place() {
    case $(answer) in
        401 | 403 | 302 | 303 | 307) ;;
        000)
            echo "error: the address that \`publishing: internal_url:\` names does not answer" >&2
            exit 1
            ;;
        *)
            echo "error: the address that \`publishing: internal_url:\` names does not ask who is there" >&2
            echo "hint: put it behind your sign-in, so that it answers a stranger with 401, 403 or a redirect" >&2
            exit 1
            ;;
    esac
}

if [ -n "$address" ]; then
    refuse_open_place
elif [ "$INCIDENTREPO_VISIBILITY" != private ] && [ "$INCIDENTREPO_VISIBILITY" != internal ]; then
    echo "::warning title=The internal site is not built::The world can read what a public repository keeps. Name a host of yours in incidentrepo.yaml, under publishing: internal_url."
    exit 0
fi

incidentrepo -C "$root" site build --audience=internal --output=internal
if [ -z "$address" ]; then
    echo "is_artifact=true" >> "$GITHUB_OUTPUT"
    exit 0
fi
tar --create --gzip --file=internal.tar.gz --directory=internal .
# The token is in no argument, which other programs could read.
printf 'header = "Authorization: Bearer %s"\n' "$INCIDENTREPO_SITE_TOKEN" \
    | curl --config - --silent --show-error --fail --max-time 300 --proto =https \
        --upload-file internal.tar.gz --url "$address"
refuse_open_place
