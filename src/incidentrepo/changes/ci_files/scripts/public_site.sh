# Nothing goes to the world before the policy says where.
root=${INCIDENTREPO_ROOT:-.}
address=$(incidentrepo -C "$root" site address --audience=public)
if [ -z "$address" ]; then
    echo "Not built: incidentrepo.yaml names no address under \`publishing: url:\`."
    exit 0
fi
incidentrepo -C "$root" site build --audience=public --output=public
