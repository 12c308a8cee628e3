"""A reason prints as a tree, and shows in a notebook without a word of the user being read as HTML."""

from __future__ import annotations

from pycontrol.explain import Finding, Reason, Sort, Verdict
from pycontrol.phrases import Text, say, verbatim

FOUND = Finding("bar\x1b", verbatim("form"), say("unknown"))
REASON = Reason(
    Sort.PROVISION,
    Verdict.MET,
    Text("licence for <b>x</b>"),
    "home-1/1",
    because=(Reason(Sort.CONDITION, Verdict.UNKNOWN, Text("form is metal"), findings=(FOUND,)),),
)


def test_it_prints_as_a_tree() -> None:
    assert str(REASON) == "+ home-1/1: licence for <b>x</b>\n  ? form is metal\n      bar<U+001B>: form unknown"


def test_a_notebook_shows_it_escaped() -> None:
    html = REASON._repr_html_()
    assert "<b>" not in html
    assert html.count("<details") == html.count("</details>") == 2
    assert "<div>bar&lt;U+001B&gt;: form unknown</div>" in html
