"""Articles with limbs become provisions that each say everything themselves: a limb takes what it does not state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.law.problems import Problems

from pycontrol.law.problems import twice
from pycontrol.law.wording import article_in_words


@dataclass(frozen=True, slots=True)
class WrittenProvision:
    """A provision as written, with what its article says filled in. `label` is the word that names it."""

    path: str
    article: str
    label: tree.Word
    title: tree.Text
    says: tree.Provision
    node: tree.Article | tree.Limb
    instrument: tree.Instrument

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return article_in_words(self.instrument.cite.en, self.path)


def provisions_written(instruments: Iterable[tree.Instrument], problems: Problems) -> dict[str, WrittenProvision]:
    """Return all provisions by their paths. Where an article has limbs, only these are provisions."""
    found: dict[str, WrittenProvision] = {}
    for instrument in instruments:
        for part in instrument.body:
            if isinstance(part, tree.Article):
                for written in _provisions(part, instrument):
                    with problems.noted(written.place):
                        # an article that is written twice is refused with the articles of its instrument
                        if written.path in found and isinstance(written.node, tree.Limb):
                            raise twice("L195", "provision", written.label, found[written.path].label.span)
                        found[written.path] = written
    return found


def _provisions(article: tree.Article, instrument: tree.Instrument) -> Iterator[WrittenProvision]:
    path = f"{instrument.name.text}/{article.label.text}"
    if not article.limbs:
        yield WrittenProvision(
            path, article.label.text, article.label, article.title, article.provision, article, instrument
        )
    for limb in article.limbs:
        yield WrittenProvision(
            path=f"{path}{limb.label.text}",
            article=article.label.text,
            label=limb.label,
            title=limb.title or article.title,
            says=_inherited(article.provision, limb.provision),
            node=limb,
            instrument=instrument,
        )


def _inherited(article: tree.Provision, limb: tree.Provision) -> tree.Provision:
    """Return what the limb says, and what its article says where it is silent; conditions of both count."""
    return tree.Provision(
        span=limb.span,
        gist=limb.gist or article.gist,
        cite=limb.cite or article.cite,
        perimeter=_perimeter(article.perimeter, limb.perimeter),
        binds=limb.binds or article.binds,
        whens=article.whens + limb.whens,
        norm=limb.norm or article.norm,
        added=limb.added or article.added,
        starts=limb.starts or article.starts,
        ends=limb.ends or article.ends,
        exceptions=limb.exceptions or article.exceptions,
        implements=limb.implements or article.implements,
        confidence=limb.confidence or article.confidence,
        context=limb.context or article.context,
    )


def _perimeter(article: tree.Perimeter | None, limb: tree.Perimeter | None) -> tree.Perimeter | None:
    if article is None or limb is None:
        return limb or article
    return tree.Perimeter(limb.span, limb.term, article.where + limb.where)
