"""Who is at the keyboard, as git knows them."""

from incidentrepo.model.change import Signature
from incidentrepo.store.clone import Clone
from incidentrepo.store.running import run_git


def current_user(clone: Clone) -> Signature:
    """Return the author that a commit would have now; raise StoreError where git knows nobody."""
    printed = run_git(clone.folder, "var", "GIT_AUTHOR_IDENT").decode("utf-8", "replace")
    name, _, rest = printed.partition(" <")
    return Signature(name=name, email=rest.partition(">")[0])
