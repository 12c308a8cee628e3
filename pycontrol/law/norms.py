"""What a provision imposes, as written, becomes one norm with its citations, roles and amounts resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.diagnostics import quoted, suggestion
from pycontrol.law.model import Band, Compared, Due, DueFrom, FactType, Modality, Norm, Operator, Quantity, Sort, Text
from pycontrol.law.names import BREAKABLE, cited_of, facts_of
from pycontrol.law.problems import mistake, unknown
from pycontrol.law.quantities import exact, exact_for
from pycontrol.law.vocabulary import kind_named
from pycontrol.law.wording import text
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from fractions import Fraction

    from pycontrol.law.model import Fact
    from pycontrol.law.names import Scope

LICENCES = frozenset({Modality.LICENCE})


def modality(node: tree.Norm) -> Modality:
    """Return what kind of thing a norm does."""
    match node:
        case tree.RequiresLicence():
            return Modality.LICENCE
        case tree.Prohibits():
            return Modality.PROHIBITION
        case tree.Obliges():
            return Modality.DUTY
        case tree.Exempts():
            return Modality.EXEMPTION
        case tree.Relieves():
            return Modality.RELIEF
        case tree.Review():
            return Modality.REVIEW
        case tree.Terms():
            return Modality.TERMS
        case tree.Sanctions():
            return Modality.SANCTION
        case tree.States():
            return Modality.STATEMENT
        case _:
            assert_never(node)


def norm(node: tree.Norm, scope: Scope, severity: tuple[str, ...]) -> Norm:
    """Return the norm. `severity` is the order of outcomes that the regime declares."""
    kind = modality(node)
    match node:
        case tree.RequiresLicence():
            return Norm(kind, Text(""), what=node.kind.text, office=node.office.text if node.office else "")
        case tree.Prohibits():
            return Norm(kind, text(node.what), cure=node.permitted_by.text if node.permitted_by else "")
        case tree.Obliges():
            what = kind_named(node.event, scope.names.vocabulary.kinds)
            to = _receiver(node.to, scope) if node.to else ""
            return Norm(kind, text(node.what), what=what, to=to, due=_due(node.due))
        case tree.Exempts():
            return Norm(kind, Text(""), of=cited_of(node.of, scope, BREAKABLE, "exempted from"))
        case tree.Relieves():
            return Norm(kind, Text(""), what=node.by.text, of=cited_of(node.of, scope, BREAKABLE, "relieved from"))
        case tree.Review():
            return Norm(kind, Text(""), what=_policy(node, severity), of=cited_of(node.of, scope, LICENCES, "reviewed"))
        case tree.Terms():
            of = cited_of(node.of, scope, LICENCES, "put under terms")
            return Norm(kind, text(node.text), what=node.kind.text, of=of)
        case tree.Sanctions():
            of = cited_of(node.of, scope, BREAKABLE, "breached and sanctioned")
            return Norm(kind, Text(""), of=of, bands=_bands(node, scope))
        case tree.States():
            return Norm(kind, text(node.text))
        case _:
            assert_never(node)


def _receiver(word: tree.Word, scope: Scope) -> str:
    """Return to whom a duty is owed: a role, or an office (offices are not declared; they begin with a capital)."""
    known = scope.names.vocabulary.roles
    if word.text in known or word.text[0].isupper():
        return word.text
    raise unknown("L188", "role", word, known, cure="name a role of the act, or an office with a capital letter")


def _due(node: tree.Due | None) -> Due | None:
    if node is None:
        return None
    match node.anchor:
        case "before":
            return Due(DueFrom.BEFORE)
        case "at" | "at once":
            return Due(DueFrom.AT)
        case "after":
            return Due(DueFrom.AFTER, node.days, node.working)
        case _:
            assert_never(node.anchor)


def _policy(node: tree.Review, severity: tuple[str, ...]) -> str:
    if severity and node.policy.text not in severity:
        raise mistake(
            "L189",
            f"review policy `{node.policy.text}` has no rank in the severity of the regime",
            node.policy.span,
            cure=suggestion(node.policy.text, severity) or "add it to `severity`",
        )
    return node.policy.text


# --- bands of a sanction ------------------------------------------------------------------------------------


def _bands(node: tree.Sanctions, scope: Scope) -> tuple[Band, ...]:
    checked = [band.where.path for band in node.bands if band.where]
    return tuple(_band(band, checked, scope) for band in node.bands)


def _band(node: tree.Band, checked: list[tree.Word], scope: Scope) -> Band:
    """Return one band. One for what the others leave has the base that these check."""
    words = [*([node.where.path] if node.where else []), *([node.pays.times] if node.pays and node.pays.times else [])]
    if node.otherwise and not checked:
        raise mistake(
            "L190", "no other band is checked, so nothing is left for this one", node.span, cure="take `otherwise` away"
        )
    if node.otherwise and not words:
        words = checked[:1]
    bases = [_base(word, scope) for word in words]
    if len({base.name for base in bases}) > 1:
        raise mistake(
            "L191",
            f"this band looks at {quoted((base.name for base in bases), 'and')}",
            node.span,
            cure="a band is checked on the amount that it multiplies",
        )
    low, high = _amounts(node.pays, scope) if node.pays else (None, None)
    return Band(
        title=text(node.title),
        base=bases[0].name if bases else "",
        check=_check(node.where, bases[0], scope) if node.where else None,
        times=bool(node.pays and node.pays.times),
        low=low,
        high=high,
        serious=node.serious,
    )


def _base(word: tree.Word, scope: Scope) -> Fact:
    facts = facts_of(Sort.ACT, scope.names.vocabulary)
    money = {name: fact for name, fact in facts.items() if fact.type is FactType.MONEY}
    name = word.text.removeprefix("act.")
    if name not in money:
        raise unknown("L192", "amount", word, money, cure="a band rests on a fact of the act whose type is money")
    return money[name]


def _check(node: tree.Compared, base: Fact, scope: Scope) -> Compared:
    return Compared(Operator(node.operator), exact_for(node.threshold, base, scope.names.vocabulary.units))


def _amounts(node: tree.Pays, scope: Scope) -> tuple[Quantity | Fraction | None, Quantity | Fraction]:
    low = _amount(node.low, scope) if node.low else None
    high = _amount(node.high, scope)
    (bottom, unit), (top, other) = _figure(low if low is not None else high), _figure(high)
    if unit != other or bottom > top:
        cure = "write the lower end first, both in one currency"
        raise mistake("L193", "this amount ends before it begins", node.span, cure=cure)
    return low, high


def _figure(amount: Quantity | Fraction) -> tuple[Fraction, str]:
    """Return the figure and its currency; a multiple has none."""
    return (amount.amount, amount.unit) if isinstance(amount, Quantity) else (amount, "")


def _amount(node: tree.Number | tree.Quantity, scope: Scope) -> Quantity | Fraction:
    if isinstance(node, tree.Number):
        return node.value
    units = scope.names.vocabulary.units
    amount = exact(node, units)
    if not units[node.unit.text].is_currency:
        raise mistake("L194", f"`{node.unit.text}` is not a currency", node.unit.span, cure="a fine is paid in money")
    return amount
