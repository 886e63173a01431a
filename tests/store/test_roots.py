import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import open_clone
from incidentrepo.store.roots import find_root
from tests.store.real_repository import Repository


@pytest.mark.parametrize(
    ("files", "root"),
    (
        ({"README": "x\n"}, None),
        ({"incidentrepo.yaml": "x\n", "example/incidentrepo.yaml": "x\n"}, ""),
        ({"ops/records/incidentrepo.yaml": "x\n", "ops/not-incidentrepo.yaml": "x\n"}, "ops/records/"),
        ({"ö \n*/incidentrepo.yaml": "x\n"}, "ö \n*/"),
    ),
)
def test_root(empty: Repository, files: dict[str, str], root: str | None) -> None:
    """
    The root is where the policy is; one at the top counts before all others.
    """
    commit = empty.commit(files)

    assert find_root(open_clone(empty.folder), commit) == root


def test_several(empty: Repository) -> None:
    """
    Of two folders none is taken at random.
    """
    commit = empty.commit({"a/incidentrepo.yaml": "x\n", "b/incidentrepo.yaml": "x\n"})

    with pytest.raises(StoreError, match=r"a/incidentrepo\.yaml, b/incidentrepo\.yaml"):
        find_root(open_clone(empty.folder), commit)
