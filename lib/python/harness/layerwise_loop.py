"""`asyncio.run` in a page: an event loop of its own that sleeps and computes, without sockets or the browser's loop."""

import sys
import time


class _Waiting:
    """Stands where a selector would: nothing to watch, only time to pass."""

    def select(self, timeout=None):
        if timeout:
            time.sleep(timeout)
        return []

    def close(self):
        pass


def install():
    """Gives `asyncio` (once the learner imports it) our loop in place of the browser's."""
    import asyncio
    from asyncio import base_events, events

    class Loop(base_events.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._selector = _Waiting()

        def _process_events(self, event_list):
            pass

        def _write_to_self(self):
            pass

    events._set_running_loop(None)
    events.new_event_loop = asyncio.new_event_loop = Loop
    # Pyodide replaces these by versions that hand coroutines to the browser.
    runners = sys.modules["asyncio.runners"]
    runners.events.new_event_loop = Loop
    asyncio.run = asyncio.runners.run = _run_with(Loop, asyncio.Runner)


def _run_with(loop_factory, runner_class):
    def run(main, *, debug=None, loop_factory=loop_factory):
        """Runs a coroutine to its end and returns its result."""
        with runner_class(debug=debug, loop_factory=loop_factory) as runner:
            return runner.run(main)

    return run
