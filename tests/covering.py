"""Covering arrays: every value of every factor meets every value of every other factor at least once."""

import random
from collections.abc import Iterator, Sequence
from itertools import combinations, product

Pair = tuple[int, int, int, int]
"""Two factors and the place of a value of each: factor, value, factor, value; the lower factor first."""


def pairwise_rows(sizes: Sequence[int], seed: int) -> Iterator[tuple[int, ...]]:
    """Rows that cover every pair, greedily: each starts with an uncovered pair and takes what covers most besides.

    Args:
        sizes: how many values each factor has, two factors at least.
        seed: of the choices between equals; the same seed gives the same rows.
    """
    chance = random.Random(seed)
    uncovered = {
        (one, first, other, second): None
        for one, other in combinations(range(len(sizes)), 2)
        for first, second in product(range(sizes[one]), range(sizes[other]))
    }
    while uncovered:
        one, first, other, second = next(iter(uncovered))
        row = {one: first, other: second}
        rest = [factor for factor in range(len(sizes)) if factor not in row]
        chance.shuffle(rest)
        for factor in rest:
            row[factor] = _best(factor, sizes[factor], row, uncovered, chance)
        for pair in _pairs(row):
            uncovered.pop(pair, None)
        yield tuple(row[factor] for factor in range(len(sizes)))


def _best(factor: int, size: int, row: dict[int, int], uncovered: dict[Pair, None], chance: random.Random) -> int:
    start = chance.randrange(size)
    values = [(start + step) % size for step in range(size)]
    return max(values, key=lambda value: sum(_pair(factor, value, *set_) in uncovered for set_ in row.items()))


def _pairs(row: dict[int, int]) -> Iterator[Pair]:
    for (one, first), (other, second) in combinations(sorted(row.items()), 2):
        yield one, first, other, second


def _pair(one: int, first: int, other: int, second: int) -> Pair:
    return (one, first, other, second) if one < other else (other, second, one, first)
