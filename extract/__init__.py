"""What is read out of an article: fields, observations and the dataset made of them.

>>> import extract
>>> reading = extract.observe(text)  # doctest: +SKIP
>>> frames = extract.to_frames(corpus.read("dump.jsonl"))  # doctest: +SKIP
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from corpus.article import Article, Reject

if TYPE_CHECKING:
    import pandas as pd

    from extract.schema import Reading

__all__ = ["Article", "__version__", "observe", "to_frames"]

try:
    __version__ = version("edaran")
except PackageNotFoundError:  # a source tree that was not installed
    __version__ = "0+unknown"

# The functions import what they need when they are called, so that `import extract` is quick.


def observe(
    text: str,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    source_id: str = "text",
) -> Reading:
    """Read one article: its row and the observations, measures, counts and evidence read out of it.

    `published` is the day of publication, a date or as printed; dates without a year ("28/9") are read from it.
    Raises `TypeError` when `text` is not a string, or `published` none of date, string and None.
    """
    from extract.observations import observe_article  # noqa: PLC0415

    if not isinstance(text, str):
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    if published is not None and not isinstance(published, str | dt.date):
        raise TypeError(f"published must be a date, a string or None, not {type(published).__name__}")
    printed = published.isoformat() if isinstance(published, dt.date) else published
    return observe_article(
        Article(source_id=source_id, text=text, title=title, url=url, outlet=outlet, published=printed)
    )


def to_frames(articles: Iterable[Article | Reject]) -> dict[str, pd.DataFrame]:
    """Read articles and give every table of the codebook as a pandas frame, by name.

    Takes what `corpus.read` yields. Duplicates and records that could not be read are rows of `articles` too.
    """
    from extract.batch import observe_all  # noqa: PLC0415
    from extract.dataset import to_frames as frames_of  # noqa: PLC0415

    return frames_of(outcome.reading for outcome in observe_all(articles))
