"""A finished dataset in the forms that others open: workbook, database, CoronaNet's records, list of changes.

Each form is a file with one public function from a `Dataset` to a path; `extract.commands` calls them.
"""
