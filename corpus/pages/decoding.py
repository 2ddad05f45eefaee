"""The characters of a saved page: which encoding its bytes are in.

>>> decode("Wali Kota menyebut “separuh”".encode())
'Wali Kota menyebut “separuh”'
>>> decode(b'<meta charset="windows-1252">\\x93separuh\\x94')[-9:]
'“separuh”'
"""

from __future__ import annotations

import codecs
import re

# What begins a file and says its encoding; the four bytes of UTF-32 must be looked for before the two of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED_WITHIN = 4096  # bytes; the HTML standard looks at 1,024, pages with long heads declare it later
# <meta charset="iso-8859-1">, content="text/html; charset=windows-1252", <?xml encoding="utf-8"?>. No other codec is
# taken from a page: some that Python knows are no text encodings, some are slow on purpose-made bytes.
_DECLARED = re.compile(
    rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}(windows-125\d|iso-8859-\d{1,2})\b", re.IGNORECASE
)
# The HTML standard reads what calls itself Latin-1 as Windows-1252, which has the curly quotes that such pages use
_WESTERN = "windows-1252"
_REPLACED = "\ufffd"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def decode(page: bytes) -> str:
    """The text of a page's bytes: by its byte order mark, else as UTF-8 where it is that, else as it declares.

    A page in UTF-8 with some broken bytes stays UTF-8, with U+FFFD in their place, whatever it declares: pages that
    are pasted together from two sources look like that. Never raises.
    """
    for mark, encoding in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(encoding, "replace")
    text = page.decode("utf-8", "replace")
    broken = text.count(_REPLACED)
    if not broken or broken < sum(1 for _ in _NOT_ASCII.finditer(text)) / 2:
        return text
    declared = _DECLARED.search(page, 0, _DECLARED_WITHIN)
    name = declared[1].decode("ascii").lower() if declared else _WESTERN
    try:
        return page.decode(_WESTERN if name == "iso-8859-1" else name, "replace")
    except LookupError:  # "iso-8859-99"
        return page.decode(_WESTERN, "replace")
