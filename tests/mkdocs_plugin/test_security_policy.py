"""What pages may load and run."""

from incidentrepo.mkdocs_plugin.security_policy import add_policy

THEME = (
    '<meta charset="utf-8"><script>run()</script><script src="a.js"></script>'
    '<script id="c" type="application/json">{}</script>'
)
# printf 'run()' | openssl dgst -sha256 -binary | base64
RUN = "'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='"


def test_policy() -> None:
    """
    The theme's own scripts are named by their digests, and nothing comes from elsewhere.
    """
    page = add_policy(THEME, written=["<p></p>"])

    assert page.startswith(
        '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    )
    assert f'script-src \'self\' {RUN}"><meta name="referrer" content="same-origin">' in page
    assert page.endswith(THEME.removeprefix('<meta charset="utf-8">'))
    assert page.count("sha256") == 1


def test_script_in_the_content() -> None:
    """
    A script among what people wrote is not allowed, should sanitising ever let one through.
    """
    content = "<script>steal()</script>"

    page = add_policy(THEME + content, written=[content])

    assert page.count("sha256") == 1
    assert RUN in page


def test_no_character_set() -> None:
    """
    A page whose head we do not know is left alone.
    """
    assert add_policy("<p>", written=[]) == "<p>"


def test_wasm() -> None:
    """
    A page that brings such a program may run it, and may evaluate nothing else; no other page may.
    """
    assert f"script-src 'self' {RUN} 'wasm-unsafe-eval'\"" in add_policy(THEME, written=[], runs_wasm=True)
    assert "eval" not in add_policy(THEME, written=[])


def test_styles() -> None:
    """
    A theme's style in the page is named by its digest; one that people wrote, and any attribute, is not.
    """
    content = "<style>p { color: red }</style>"
    # printf 'a{}' | openssl dgst -sha256 -binary | base64
    digest = "X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk="

    page = add_policy(f"{THEME}<style>a{{}}</style>{content}", written=[content])

    assert f"style-src 'self' 'sha256-{digest}'; script-src" in page
    assert "unsafe" not in page


def test_script_in_an_address() -> None:
    """
    A script that stands in the theme's own part is not the theme's where it came with an address or a name;
    what is no tag, and stands in the theme's scripts too, leaves them as they are.
    """
    address = 'https://a.example/"><script>steal()</script>'

    page = add_policy(f'{THEME}<link href="{address}">', written=[address, "run", None])

    assert page.count("sha256") == 1
    assert RUN in page
