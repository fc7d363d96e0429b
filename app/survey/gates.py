"""Each figure of a wave at the gate: of which groups it may be told, and how.

Pure. Who counts in a figure differs from one to the next, so each has a tree of its own; and who
is hidden of a score is hidden of whatever says more.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial

from app.survey import grouping, suppression
from app.survey.models import Scale
from app.survey.statistics import Favourability, Recommendations
from app.survey.suppression import Hidden
from app.survey.tallying import INDEX, Questions, Tally, summed
from app.survey.telling_apart import Counts, Told, all_agree, nearly_all_agree, told
from app.survey.tiers import Thresholds, Tier, tiers


class Gates:
    """Of one wave. `parents` are its groups; `tallies` of those that answers are written under."""

    def __init__(
        self,
        parents: Mapping[int, int | None],
        questions: Questions,
        tallies: Mapping[int, Tally],
        thresholds: Thresholds,
    ) -> None:
        self._parents, self._questions = parents, questions
        self._tallies, self._thresholds = tallies, thresholds
        self._everybody = frozenset(parents)
        tree = grouping.tree(parents, {key: tally.n for key, tally in tallies.items()})
        self.sums = summed(tree, tallies)
        self.tiers = tiers(tree, thresholds)
        self.why_not: dict[int, Hidden] = suppression.reasons(
            tree, frozenset(self.tiers), least=thresholds.least
        )

    @cached_property
    def reaching(self) -> dict[Tier, frozenset[int]]:
        """The groups of each tier: whoever has one has those below it."""
        order = list(Tier)
        return {
            tier: frozenset(
                key for key, its in self.tiers.items() if order.index(its) >= order.index(tier)
            )
            for tier in order
        }

    @cached_property
    def means(self) -> dict[str, Told]:
        """Of the index and of each dimension."""
        names = {INDEX: Tier.SCORE} | dict.fromkeys(self._questions.dimensions, Tier.DETAIL)
        return {
            name: self._told(partial(scores, name), tier, agree=all_agree)
            for name, tier in names.items()
        }

    @cached_property
    def items(self) -> dict[str, Told]:
        """Of the favourable share of each item."""
        return {
            code: self._told(partial(favourable, code), Tier.DETAIL)
            for code in self._questions.scored
        }

    @cached_property
    def with_not_mine(self) -> dict[str, frozenset[int]]:
        """The groups of which may be told of how many each habit is no part of the job."""
        return {
            code: self._shown(
                partial(given, code),
                self._thresholds.detail,
                within=self.items[code].exactly | self.items[code].roughly,
            )
            for code in self._questions.habits
        }

    @cached_property
    def distributions(self) -> dict[str, frozenset[int]]:
        """The groups of which may be told how many gave each answer."""
        return {
            code: self._with_distribution(code, dimension)
            for dimension, codes in self._questions.dimensions.items()
            for code in codes
        }

    @cached_property
    def recommends(self) -> Told | None:
        """Of who would recommend it; nothing where it was not asked."""
        code = self._questions.recommend
        return None if code is None else self._told(partial(would, code), Tier.DETAIL)

    @cached_property
    def complete(self) -> frozenset[int]:
        """The groups of which may be told how the habits hang together."""
        return self._shown(
            lambda tally: tally.sums,
            self._thresholds.distribution,
            within=self.reaching[Tier.DISTRIBUTION],
        )

    def _with_distribution(self, code: str, dimension: str) -> frozenset[int]:
        """Beside the mean of its dimension an item's distribution tells of those who count in the
        one and left out the other. So they are nobody, or enough; and so are those of each rest
        that subtraction finds.
        """
        within = self.items[code].exactly & self.reaching[Tier.DISTRIBUTION]
        without = {
            key: tally.scores[dimension].total() - answered(code, tally).total()
            for key, tally in self.sums.items()
        }
        while True:
            seen = self._shown(
                partial(answered, code), self._thresholds.distribution, within=within
            )
            giving_way = frozenset(self._telling_of_few(seen, without))
            if not giving_way:
                return seen
            within -= giving_way

    def _telling_of_few(self, seen: frozenset[int], without: Mapping[int, int]) -> Iterator[int]:
        """The groups of which few are `without`, and the smallest part of each whose rest is."""
        few = range(1, self._thresholds.least)
        for key in seen:
            parts = [one for one in seen if self._parents[one] == key]
            if without[key] in few:
                yield key
            elif parts and without[key] - sum(without[one] for one in parts) in few:
                yield min(parts, key=lambda one: (self.sums[one].n, one))

    def _told(
        self,
        counts: Callable[[Tally], Counts],
        tier: Tier,
        *,
        agree: Callable[[Counts], bool] = nearly_all_agree,
    ) -> Told:
        return told(
            self._tree_of(counts),
            {key: counts(tally) for key, tally in self.sums.items()},
            least=self._thresholds.least if tier is Tier.SCORE else self._thresholds.detail,
            barred=self._everybody - self.reaching[tier],
            agree=agree,
        )

    def _shown(
        self, counts: Callable[[Tally], Counts], least: int, *, within: frozenset[int]
    ) -> frozenset[int]:
        tree = self._tree_of(counts)
        return suppression.shown(tree, least=least, barred=self._everybody - within)

    def _tree_of(self, counts: Callable[[Tally], Counts]) -> suppression.Group:
        """The same groups with those alone who count in a figure."""
        n = {key: counts(tally).total() for key, tally in self._tallies.items()}
        return grouping.tree(self._parents, n)


def scores(name: str, tally: Tally) -> Counts:
    """How many have each score of the index or a dimension."""
    return tally.scores[name]


def given(code: str, tally: Tally) -> Counts:
    """Whatever was said to an item, "not mine" as well."""
    return tally.items[code]


def answered(code: str, tally: Tally) -> Counter[int]:
    """Without those of whose job it is no part."""
    return Counter({said: n for said, n in tally.items[code].items() if said != Scale.NOT_MINE})


def favourable(code: str, tally: Tally) -> Counts:
    """How many said 4 or 5, and how many did not."""
    favourable, neutral, unfavourable = Favourability.of(answered(code, tally))
    return Counter({True: favourable, False: neutral + unfavourable})


def would(code: str, tally: Tally) -> Counts:
    """How many would recommend it, might, and would not."""
    return Counter(Recommendations.of(tally.items[code])._asdict())
