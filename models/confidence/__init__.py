"""How likely a cell, and a row, is right: a calibrated number from what the tables say of it.

It was fitted on what earlier versions read in articles that they had not seen (`outcomes.csv`): `CARD.md` tells how.
"""

from models.confidence.model import CellFacts, cell_confidence, row_confidence

__all__ = ["CellFacts", "cell_confidence", "row_confidence"]
