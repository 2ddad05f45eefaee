"""A whole run: dumps in, the folder of a dataset out.

- `run` leads it: `edaran run` in Python;
- `shards` cuts the inputs, `lead` gives the shards to workers, `executors` says where these are;
- `work` is what a worker does with a shard, `observing` with an article; `results` are the files that it leaves;
- `progress` and `log` tell of it.
"""

from extract.batch.log import RUN_LOG
from extract.batch.observing import Outcome, Problem, observe_all
from extract.batch.results import PROBLEMS_KEPT
from extract.batch.run import DECISIONS_KEPT, ERROR_LOG, RunSummary, run

__all__ = [
    "DECISIONS_KEPT",
    "ERROR_LOG",
    "PROBLEMS_KEPT",
    "RUN_LOG",
    "Outcome",
    "Problem",
    "RunSummary",
    "observe_all",
    "run",
]
