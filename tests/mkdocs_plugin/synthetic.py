"""A small site that shows every part of the adapter: pages of both sorts, at several depths, and files."""

from incidentrepo.site.page import Asset, Heading, LatePage, Page, Site

HOME = Page(
    path="",
    title="Home",
    description="What is on fire, and what is owed.",
    html='<h1>Home</h1><p><a href="incidents/2026-11-02-a/">A</a></p>',
    navigation="Home",
)
POLICY = Page(
    path="policy/",
    title="How we do this here",
    description="For newcomers.",
    html='<h1>Policy</h1><h2 id="what">What &amp; why</h2><h2 id="who">Who</h2>',
    headings=(Heading(level=2, id="what", title="What & why"), Heading(level=2, id="who", title="Who")),
    navigation="Policy",
)
INCIDENT = Page(
    path="incidents/2026-11-02-a/",
    title='"A" & <b>',
    description="One in ten failed.",
    html=(
        '<h1>A</h1><h2 id="timeline">Timeline</h2><h3 id="d">Day</h3><h2 id="impact">Impact</h2>'
        '<p><a href="../../policy/">policy</a></p>'
    ),
    headings=(
        Heading(level=2, id="timeline", title="Timeline <1>"),
        Heading(level=3, id="d", title="Day"),
        Heading(level=2, id="impact", title="Impact"),
    ),
)
YEAR = Page(path="lists/2026/", title="2026", description="", html="<h1>2026</h1><p>A list.</p>")
STYLE = Asset(path="assets/records.css", data=b"h1 { color: inherit }\n")
PICTURE = Asset(path="incidents/2026-11-02-a/evidence/style.css", data=b"h1 { color: red }\n")
SITE = Site(
    pages=(HOME, POLICY, INCIDENT),
    late_pages=(LatePage(path=YEAR.path, make=lambda: YEAR),),
    assets=(STYLE, PICTURE),
)
