"""Letters that try to act as programs: in their names, titles, words, and in the file itself."""

from collections.abc import Mapping

from tests.web_examples import draw_pdf

TRICKS = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<a href='javascript:window.hacked=1'>hier</a>",
    '"><svg onload=window.hacked=1>',
    "{{ 7*7 }}{% raw %}",
    "[klik](javascript:window.hacked=1)",
    '=HYPERLINK("http://evil.example")',
)
_TITLE = 'Brief <script>window.hacked=1</script> over "><svg onload=window.hacked=1>'
_LETTER = """Minister van {trick} Verkeer

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 14 maart 2024
Betreft {title}

Geachte voorzitter,

In het commissiedebat van 21 februari 2024 heb ik het lid De Boer (GL) toegezegd om voor de zomer een plan te sturen over {trick} fietsbruggen.

Ik zeg de Kamer toe dat ik voor 1 juli 2024 {trick} laat onderzoeken.

Hoogachtend,

De minister van {trick}
"""  # noqa: E501 - a paragraph stands on one line
_PAGE = """<!doctype html><html><head><title>{title}</title><script>window.hacked=1</script></head>
<body onload="window.hacked=1"><main><h1>{title}</h1>
<p>Geachte voorzitter, <a href="javascript:window.hacked=1">klik</a> <img src=x onerror="window.hacked=1">
<iframe src="javascript:window.hacked=1"></iframe><style>body{{display:none}}</style></p>
<p>Ik zeg de Kamer toe dat ik voor 1 juli 2024 {escaped} laat onderzoeken.</p>
<svg onload="window.hacked=1"><a xlink:href="javascript:window.hacked=1"><text>x</text></a></svg>
</main></body></html>
"""


def hostile_letters() -> Mapping[str, bytes]:
    """Files by their names, which are tricks too."""
    letters = {
        f"<script>window.hacked={number}<\u2215script>.txt": _LETTER.format(trick=trick, title=_TITLE).encode()
        for number, trick in enumerate(TRICKS)
    }
    escaped = "&lt;script&gt;window.hacked=1&lt;/script&gt;"
    letters['"><img src=x onerror=hacked>.html'] = _PAGE.format(title="&lt;script&gt;titel", escaped=escaped).encode()
    letters["javascript:hacked.pdf"] = draw_pdf([[_TITLE, "Geachte voorzitter,", *TRICKS], ["Hoogachtend,", *TRICKS]])
    return letters
