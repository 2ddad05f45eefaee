"""How much of a dump is held in memory, and how much a compressed file may unfold to."""

LONGEST_RECORD = 20_000_000
"""Bytes; a longer line, row, page or text is rejected without being held in memory."""

UNFOLDING = 200
"""How many times its size a compressed file may unfold to. News compresses four to ten times; a bomb a thousand."""

UNFOLDING_FREE = 100_000_000
"""Bytes up to which any compressed file may unfold, whatever its size: small files compress oddly well."""
