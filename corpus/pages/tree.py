"""A page as a tree of elements, and the lines that a reader of it would see.

>>> page = parse("<p>Sektor:<ul><li>esensial<li>kritikal</ul><p>Mulai <b>Senin</b>.<br><br>Selesai.")
>>> lines_of(page)
['Sektor:', '- esensial', '- kritikal', 'Mulai Senin.', 'Selesai.']
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree, html

# Elements that begin a line of their own
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})
# fmt: on
# Elements whose text is not for reading
_UNREAD = ("script", "style", "noscript", "template", "iframe", "object", "svg", "button", "select", "textarea")
_LAID_OUT = ("p", "div", "h1", "ul", "table", "form")
_DEEPEST = 150  # levels; pages have 20 to 40
_KEPT_BELOW = 4  # levels that are left below, so that paragraphs stay paragraphs
_BLANKS = re.compile(r"\s+")
# Characters that XML does not allow, and references to them: "&#1;", "&#x1f;"
_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROL_REFERENCE = re.compile(
    r"&#(?:x0{0,9}1?[0-9a-f]|0{0,9}[0-3]?[0-9]|xfff[ef]|6553[45])(?![0-9a-f])", re.IGNORECASE
)


def parse(page: str) -> html.HtmlElement | None:
    """The root element of a page without comments, scripts and controls; None where there is nothing to parse."""
    # Bytes, because lxml refuses strings with an encoding declaration. NUL would end the page for the parser.
    data = page.replace("\0", "").encode("utf-8", "replace")
    # huge_tree: 2,048 levels instead of 256, which pages with tags that are never closed do reach
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # an empty document; one too deep for the parser
        return None
    if _CONTROL.search(page) or _CONTROL_REFERENCE.search(page):
        _drop_controls(tree)
    _flatten(tree)
    return tree


def _drop_controls(tree: html.HtmlElement) -> None:
    """Take out, in place, control characters, which the parser keeps but no element can be given again."""
    for element in tree.iter():
        element.text = element.text and _CONTROL.sub("", element.text)
        element.tail = element.tail and _CONTROL.sub("", element.tail)


def _flatten(tree: html.HtmlElement) -> None:
    """Take out, in place, what wraps elements deeper than any page needs: tags that were never closed.

    What is left is no deeper than `_DEEPEST` and `_KEPT_BELOW` levels, so that no step's time grows with the depth.
    """
    heights = [0]
    wrappers: list[html.HtmlElement] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            heights.append(0)
            continue
        height = heights.pop()
        if len(heights) > _DEEPEST and height > _KEPT_BELOW:
            wrappers.append(element)
        heights[-1] = max(heights[-1], height + 1)
    for element in wrappers:
        element.drop_tag()


def without_unread(tree: html.HtmlElement) -> None:
    """Take out, in place, the elements whose text is not for reading: scripts, controls, frames."""
    for element in list(tree.iter(*_UNREAD)):
        drop(element)


def unwrap_layout_tables(tree: html.HtmlElement) -> None:
    """Turn, in place, tables that lay out a page (their cells hold paragraphs or other tables) into plain blocks."""
    for table in list(tree.iter("table")):
        if any(cell.find(f".//{tag}") is not None for cell in table.iter("td") for tag in _LAID_OUT):
            for element in [table, *table.iter("tbody", "tr", "td", "th")]:
                element.tag = "div"


def drop(element: html.HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def lines_of(element: html.HtmlElement) -> list[str]:
    """The lines of an element's text as a browser would show them, without blank ones.

    Items of lists open with "- ", numbered ones with their number; the cells of a table's row are joined with " | ".
    """
    parts: list[str] = []
    numbers: list[int | None] = []  # of each open list the number of its last item; None for one with bullets
    for event, node in etree.iterwalk(element, events=("start", "end")):
        tag = node.tag
        if event == "start":
            if tag in _BLOCKS or tag == "br":
                parts.append("\n")
            if tag in ("ol", "ul"):
                numbers.append(0 if tag == "ol" else None)
            elif tag == "li":
                parts.append(_marker(numbers))
            elif tag in ("td", "th") and node.getprevious() is not None:
                parts.append(" | ")
            parts.append(_BLANKS.sub(" ", node.text or ""))
        else:
            if tag in ("ol", "ul") and numbers:
                numbers.pop()
            if tag in _BLOCKS:
                parts.append("\n")
            if node is not element:
                parts.append(_BLANKS.sub(" ", node.tail or ""))
    return _tidied("".join(parts).split("\n"))


def _marker(numbers: list[int | None]) -> str:
    last = numbers[-1] if numbers else None
    if last is None:
        return "- "
    numbers[-1] = last + 1
    return f"{last + 1}. "


_EMPTY_ITEM = re.compile(r"(?:-|\d+\.)?")


def _tidied(lines: Iterable[str]) -> list[str]:
    """Lines with single blanks; a list's mark before a block of its own goes in front of that block's line."""
    tidy: list[str] = []
    mark = ""
    for line in lines:
        text = mark + _BLANKS.sub(" ", line).strip(" |")
        mark = ""
        if _EMPTY_ITEM.fullmatch(text):
            mark = f"{text} " if text else ""
        else:
            tidy.append(text)
    return tidy
