"""Same cases, same answers, decisions per second as ratios; and what each answers when a fact was not stated."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bench.agree import DisagreementError
from bench.clock import RAW, interleaved
from bench.peers.case import PeerCase, answer_of, peer_cases
from bench.peers.cedar import Cedar
from bench.peers.rego import Rego
from bench.raw.ask import ask, law_text
from bench.raw.facts import facts_text

if TYPE_CHECKING:
    from bench.cases import BenchCase
    from bench.peers.case import Answer
    from pycontrol import Policy
    from pycontrol.facts.scenario import Scenario

UNSTATED = "origin"
HEAD = "| who | one case, × raw | decisions/s | says without the item's origin |\n|---|---|---|---|"


def compare(policy: Policy, cases: tuple[BenchCase, ...], rounds: int) -> str:
    """Return the table of peers; raise `DisagreementError` where an answer differs from pycontrol's."""
    rego, cedar = Rego(), Cedar()
    found = peer_cases(policy.law, cases)
    bound = 0
    for one in found:
        ours = answer_of(policy.determine(one.case.mapping))
        bound += bool(ours)
        for peer in (rego, cedar):
            theirs = peer.answer(one.flat)
            if theirs != ours:
                raise DisagreementError(
                    f"{peer.name} says {sorted(theirs)}, pycontrol {sorted(ours)} of `{one.case.scenario.name}`"
                )
    chosen = [found[n * len(found) // rounds] for n in range(min(rounds, len(found)))]
    ratios = interleaved(
        [
            {
                RAW: partial(ask, law_text(), facts_text(policy.law, one.case.scenario).text),
                "pycontrol": partial(policy.determine, one.case.mapping),
                rego.name: partial(rego.answer, one.flat),
                cedar.name: partial(cedar.answer, one.flat),
            }
            for one in chosen
        ]
    )
    case = next(one for one in found if answer_of(policy.determine(one.case.mapping)) == {"1(3)"})
    flat = {key: value for key, value in case.flat.items() if key != UNSTATED}
    says = {
        "pycontrol": "; ".join(_possible(policy, case)),
        rego.name: _words(rego.answer(flat)) + rego.aside,
        cedar.name: _words(cedar.answer(flat)) + cedar.aside,
    }
    rows = [
        f"| {who} | {ratios[who]:.4f} | {1 / (ratios[who] * ratios[RAW]):,.0f} | {said} |" for who, said in says.items()
    ]
    head = (
        f"Articles 1 and 2 of No. 61 on {len(found)} cases, {bound} of which they bind, with the same answers. The peers hold these two "
        "articles only and are told the annex part and the sum of Chinese materials; pycontrol decides by all the law that raw holds, "
        "classifies, adds up, and keeps its reasons."
    )
    return "\n".join((head, "", HEAD, *rows))


def _words(answer: Answer) -> str:
    return f"binding: {', '.join(sorted(answer))}" if answer else "no licence required"


def _possible(policy: Policy, case: PeerCase) -> list[str]:
    """Return what pycontrol calls possible once the origin of the item is not stated, with what to ask."""
    determination = policy.determine(_without_origin(case.case.scenario))
    return [
        f"{one.certainty} {one.kind} {one.provision} (depends on {', '.join(map(str, one.depends_on))})"
        for one in determination.select(provision="cn-mofcom-2025-61/1")
        if one.kind == "licence"
    ]


def _without_origin(scenario: Scenario) -> Scenario:
    items = {
        name: replace(item, facts={fact: values for fact, values in item.facts.items() if fact != UNSTATED})
        for name, item in scenario.items.items()
    }
    return replace(scenario, items=items)
