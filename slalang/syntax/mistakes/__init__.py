"""The common mistakes in values, in the order in which they are looked for."""

from slalang.syntax.mistakes import amounts, anywhere, conditions, hours, lists, loose_amounts, occasions
from slalang.syntax.mistakes.row import Mistake, said

MISTAKES: tuple[Mistake, ...] = (
    anywhere.ROWS + conditions.ROWS + hours.ROWS + occasions.ROWS + loose_amounts.ROWS + amounts.ROWS + lists.ROWS
)

__all__ = ["MISTAKES", "Mistake", "said"]
