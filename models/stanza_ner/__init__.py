"""The second engine: names by a tagger of Stanza, and Stanza's tokens, tags and trees in a spaCy pipeline.

Needs the extra `edaran[stanza]`. `names` has the tagger that was trained here (by `train`); `parsing` reads with the
Indonesian package that a user has downloaded.
"""
