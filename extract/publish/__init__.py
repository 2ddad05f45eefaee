"""A finished dataset in the forms that others open: a workbook, a database, CoronaNet's records, a codebook, a list of changes.

Each form is a file with one public function from a `Dataset` to a path; `extract.commands` calls them.
"""
