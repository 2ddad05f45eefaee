"""Where shards are worked on: in this process, in processes of this machine, or on a Dask cluster.

All are `concurrent.futures` executors, so that whoever gives them work need not know which it is.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from extract.errors import CommandError

_GARBAGE = 50_000  # objects: those of a shard are many, and hardly any are in circles


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor and how many shards it should have at a time."""

    executor: Executor
    at_once: int


@contextmanager
def workers(number: int, cluster: str | None = None) -> Iterator[Workers]:
    """`number` processes of this machine, this process for one, or the Dask cluster with the scheduler `cluster`.

    Raises `CommandError` when the cluster cannot be reached.
    """
    if cluster is not None:
        with _dask(cluster) as found:
            yield found
    elif number == 1:
        yield Workers(_Here(), 1)
    else:
        # a fork of this process would take over its threads' locks; a server's forks share the modules it has loaded
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if hasattr(context, "set_forkserver_preload"):
            context.set_forkserver_preload(["extract.batch.work"])
        pool = ProcessPoolExecutor(number, context, initializer=_begin)
        try:
            yield Workers(pool, 2 * number)
        except BaseException:
            _stop(pool)
            raise
        pool.shutdown()


def _begin() -> None:
    """Prepare a worker: one thread is enough, the parent answers for Ctrl-C, and it ends with its parent."""
    os.environ["POLARS_MAX_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    gc.freeze()  # what is loaded stays
    gc.set_threshold(_GARBAGE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that wants the work has ended, however: a run that is killed leaves no workers."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers at once: what they have begun is done again when the run goes on."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()


class _Here(Executor):
    """Does the work when it is given."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call `fn` now; the future is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def _dask(address: str) -> Iterator[Workers]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise CommandError("a cluster needs Dask: pip install 'edaran[dask]', here and on the workers") from None
    try:
        client: Any = Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise CommandError(f"no Dask scheduler at {address}: {error}; start it with `dask scheduler`") from error
    with client:
        threads = sum(client.nthreads().values())
        yield Workers(client.get_executor(), 2 * max(1, threads))
