"""What comes in: readers of dumps, the cleaner of pages, languages, copies, and the gazetteer of regions."""

from corpus.article import Article, Reject
from corpus.cleaning import clean
from corpus.readers import FieldMap, InputError, read

__all__ = ["Article", "FieldMap", "InputError", "Reject", "clean", "read"]
