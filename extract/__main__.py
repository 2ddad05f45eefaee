"""`python -m extract` is the command `edaran`."""

import sys

from extract.cli import main

sys.exit(main())
