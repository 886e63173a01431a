"""What follows the documentation notices where it is wrong."""

from pathlib import Path

from tests.docs.walkthrough import Command, WrittenFile, is_as_shown, read_steps

PAGE = """\
```yaml title="tags.yaml"
press: {}
```

```console
$ incidentrepo init
...
$ incidentrepo check
Checked 0 incidents.
```

<!-- exits 1 -->
```console
$ incidentrepo close
```

<!-- not run: it serves until you stop it -->
```console
$ incidentrepo site serve
```

```shell
make setup     # brings incidentrepo
```
"""


def test_steps_of_a_page(tmp_path: Path) -> None:
    """
    Files, commands, their output and how they end come in order; what is marked or no call of ours does not.
    """
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")

    assert read_steps(page) == (
        WrittenFile(path="tags.yaml", text="press: {}\n"),
        Command(line="incidentrepo init", printed="...\n"),
        Command(line="incidentrepo check", printed="Checked 0 incidents.\n"),
        Command(line="incidentrepo close", code=1),
    )


def test_other_output() -> None:
    """
    One other word is noticed, and so is a line too many.
    """
    assert not is_as_shown("Checked 1 incident.\n", "Checked 2 incidents.\n")
    assert not is_as_shown("Declared.\n", "Declared.\nNext\n")


def test_lines_left_out() -> None:
    """
    `...` stands for any lines, and for none.
    """
    assert is_as_shown("Declared.\n...\n", "Declared.\nNext\n  more\n")
    assert is_as_shown("Declared.\n...\n", "Declared.\n")
    assert not is_as_shown("Declared.\n...\nEnd.\n", "Declared.\nNext\n")


def test_random_names() -> None:
    """
    Ids of follow-ups and commits differ each time, and are no difference.
    """
    assert is_as_shown("Added fa2b3c4d5.\n", "Added fz7y6x5w4.\n")
    assert is_as_shown("e394037a7d  Declare\n", "0123456789  Declare\n")
