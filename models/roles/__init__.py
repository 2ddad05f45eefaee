"""Which of several candidates plays which role: the first day among the dates of a text, whom its words address.

Rules find the candidates and give them their roles (`extract.decision`). A small linear model says how likely a
candidate has a role by the words around it. Where that makes rules better on articles that they had not seen, it
ships, by field (`SHIPPED` in `model.py`); the comparison is in `CARD.md`. How both are joined is told in
`extract.roles`.
"""
