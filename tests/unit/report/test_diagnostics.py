"""A diagnostic on a terminal: the words underlined, whatever letters stand before them."""

from __future__ import annotations

from pycontrol.diagnostics import Diagnostic, Label, Severity, Source, Span
from pycontrol.report import diagnostic_text


def label(line: str, words: str, said: str = "") -> Label:
    source = Source("policy/x/1.law", f"first\n{line}\n")
    start = source.text.index(words)
    return Label(Span(source, start, start + len(words), 2, start - 5), said)


def test_it_names_code_problem_citation_place_words_and_cure() -> None:
    found = Diagnostic(
        "L101",
        "unknown word `releif`",
        label("when use is releif", "releif", "here"),
        citation="X 1, art. 2",
        help="did you mean `relief`?",
    )
    assert diagnostic_text(found) == (
        "error[L101]: unknown word `releif`\n"
        "  in X 1, art. 2\n"
        "   --> policy/x/1.law:2:13\n"
        "    |\n"
        "  2 | when use is releif\n"
        "    |             ^^^^^^ here\n"
        "  help: did you mean `relief`?\n"
    )


def test_tabs_and_wide_letters_before_the_words_do_not_shift_the_mark() -> None:
    lines = diagnostic_text(Diagnostic("S001", "x", label('\tzh "磁体" bad', "bad"))).splitlines()
    shown, mark = lines[-2], lines[-1]
    assert shown == '  2 |     zh "磁体" bad'
    assert mark == "    | " + " " * (4 + 3 + 6 + 1) + "^^^"


def test_wide_words_have_a_wide_mark() -> None:
    lines = diagnostic_text(Diagnostic("S001", "x", label('zh "磁体"', "磁体"))).splitlines()
    assert lines[-1].endswith("    ^^^^")


def test_a_long_line_is_cut_on_both_sides() -> None:
    lines = diagnostic_text(Diagnostic("S001", "x", label("a " * 300 + "bad" + " b" * 300, "bad"))).splitlines()
    assert len(lines[-2]) < 200
    assert lines[-2][lines[-1].index("^") :].startswith("bad")


def test_several_places_and_warnings_are_told() -> None:
    found = Diagnostic("C301", "x", label("one two", "one"), Severity.WARNING, (label("one two", "two", "and here"),))
    shown = diagnostic_text(found)
    assert shown.startswith("warning[C301]: x")
    assert "--- and here" in shown


def test_no_letter_of_the_source_reaches_the_terminal_as_a_command() -> None:
    shown = diagnostic_text(Diagnostic("S013", "bad \x1b[2J", label("a \x1b[31m b", "b")))
    assert "\x1b" not in shown
    assert "<U+001B>" in shown
