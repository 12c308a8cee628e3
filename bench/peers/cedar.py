"""The articles in Cedar, by cedarpy. Its reasons name policies by their place, so the identifiers are put back here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cedarpy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.peers.case import Answer

_HALF = 5000


class Cedar:
    """The policies are parsed once; each case is one request to export and one to grant per importer or end user."""

    name = "Cedar (cedarpy)"
    aside = ", and an error beside the decision that the caller has to look for"

    def __init__(self) -> None:
        text = Path(__file__).with_name("article.cedar").read_text("utf-8")
        self._limbs = re.findall(r'@id\("(.+?)"\)', text)
        self._policies = cedarpy.PolicySet.from_str(text)

    def answer(self, flat: Mapping[str, Any]) -> Answer:
        """Return the limbs that bind: first whether a licence is needed, then whether it is refused."""
        entities = self._entities(flat)
        sides = [str(party) for party in flat.get("sides", ())]
        asked = [self._request("export", "exporter", flat), *(self._request("grant", party, flat) for party in sides)]
        first, *others = cedarpy.is_authorized_batch(asked, self._policies, entities)
        needed = self._forbidden(first)
        return needed.union(*(self._forbidden(one) for one in others)) if needed else needed

    @staticmethod
    def _request(action: str, party: str, flat: Mapping[str, Any]) -> dict[str, Any]:
        context = {key: value for key, value in flat.items() if key not in ("stakes", "branches", "restricted")}
        return {
            "principal": f'Party::"{party}"',
            "action": f'Action::"{action}"',
            "resource": 'Item::"item"',
            "context": context,
        }

    @staticmethod
    def _entities(flat: Mapping[str, Any]) -> list[dict[str, Any]]:
        above: dict[str, list[dict[str, str]]] = {}
        for stake in flat["stakes"]:
            if stake["hundredths"] >= _HALF:
                above.setdefault(stake["held"], []).append({"type": "Party", "id": stake["owner"]})
        for link in flat["branches"]:
            above.setdefault(link["branch"], []).append({"type": "Party", "id": link["body"]})
        for name in flat["restricted"]:
            above.setdefault(name, []).append({"type": "List", "id": "restricted"})
        return [
            {"uid": {"type": "Party", "id": name}, "attrs": {}, "parents": parents} for name, parents in above.items()
        ]

    def _forbidden(self, result: cedarpy.AuthzResult) -> Answer:
        named = (
            self._limbs[int(one.removeprefix("policy"))] if one.startswith("policy") else one
            for one in result.diagnostics.reasons
        )
        return frozenset(named) - {"exporting"}
