"""A linear classifier by dual coordinate descent: plain arithmetic in a fixed order, the same bytes everywhere.

Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008, algorithm 1 with the
squared hinge loss. No exponentials: their last digit differs between machines.
"""

from collections.abc import Sequence
from operator import mul

Vector = tuple[tuple[int, ...], tuple[float, ...]]


def solve(
    vectors: Sequence[Vector], truths: Sequence[bool], *, size: int, cost_true: float, cost_false: float, rounds: int
) -> list[float]:
    """Weights that separate true from false; the last of them is the bias."""
    weights = [0.0] * size
    alphas = [0.0] * len(vectors)
    damping = [1 / (2 * (cost_true if truth else cost_false)) for truth in truths]
    squares = [
        sum(value * value for value in values) + damp for (_, values), damp in zip(vectors, damping, strict=True)
    ]
    signs = [1.0 if truth else -1.0 for truth in truths]
    order = list(range(len(vectors)))
    seed = 20231229
    for _ in range(rounds):
        for i in range(len(order) - 1, 0, -1):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            j = seed % (i + 1)
            order[i], order[j] = order[j], order[i]
        for i in order:
            places, values = vectors[i]
            sign, alpha = signs[i], alphas[i]
            slope = sign * sum(map(mul, map(weights.__getitem__, places), values)) - 1 + damping[i] * alpha
            if alpha == 0.0 and slope >= 0:
                continue
            moved = alpha - slope / squares[i]
            alphas[i] = moved = moved if moved > 0 else 0.0
            step = (moved - alpha) * sign
            if step:
                for place, value in zip(places, values, strict=True):
                    weights[place] += step * value
    return weights
