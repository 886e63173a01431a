import pytest
from jinja2 import UndefinedError

from incidentrepo.site.templating import make_environment


def test_everything_is_escaped() -> None:
    """
    What a template shows is text, unless it says that it is HTML.
    """
    template = make_environment({}).from_string("{{ title }}{{ line('**b**') }}")

    assert template.render(title="<i>") == "&lt;i&gt;<strong>b</strong>"


def test_a_misspelt_name_is_an_error() -> None:
    """
    A template that asks for what is not there fails the build instead of showing nothing.
    """
    template = make_environment({}).from_string("{{ titel }}")

    with pytest.raises(UndefinedError):
        template.render(title="x")
