/**
 * The worker's side of a lab's long work: one request, reports about ten times a second, one outcome. Between slices the worker
 * looks for messages, so pause takes effect within a slice.
 */
import type { LabCore, Work, WorkProgress } from './core';
import type { ParamTable } from './params';
import type { WorkReport, WorkRequest } from './work-protocol';

const SLICE_MS = 24;
const REPORT_MS = 90;

/** Call once, in the lab's `worker.ts`. */
export function serveWork<T extends ParamTable, R, G>(core: LabCore<T, R, G>): void {
  const post = (report: WorkReport<G>) => self.postMessage(report);
  const fail = (error: unknown) =>
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  const tick = new MessageChannel();
  let work: Work<G> | null = null;
  let paused = false;
  let reported = 0;
  /** Where the work stands. */
  let last: WorkProgress<G> | null = null;

  const report = ({ done, total, given }: WorkProgress<G>) => {
    reported = performance.now();
    const stands = typeof given === 'function' ? (given as () => G)() : given;
    post({ type: 'progress', done, total, ...(stands === undefined ? {} : { given: stands }) });
  };
  /** Works until the slice is over, or for one more unit of work; true while there is more to do. */
  const advance = (by: 'slice' | 'unit'): boolean => {
    const until = performance.now() + SLICE_MS;
    const begun = last?.done ?? 0;
    while (work) {
      const { done, value } = work.next();
      if (done) {
        work = null;
        post({ type: 'done', given: value });
        return false;
      }
      last = value;
      const now = performance.now();
      const enough = by === 'slice' ? now >= until : value.done > begun;
      if (by === 'slice' ? now - reported >= REPORT_MS : enough) report(value);
      if (enough) return true;
    }
    return false;
  };
  const guarded = (action: () => void) => {
    try {
      action();
    } catch (error) {
      work = null;
      fail(error);
    }
  };
  let waiting = false;
  const goOn = () => {
    // A resume may overtake the slice that was waiting when it was paused: one at a time is enough.
    if (!waiting) tick.port2.postMessage(null);
    waiting = true;
  };
  tick.port1.onmessage = () =>
    guarded(() => {
      waiting = false;
      if (!paused && advance('slice')) goOn();
    });

  self.addEventListener('message', (event: MessageEvent<WorkRequest<G>>) =>
    guarded(() => {
      const message = event.data;
      if (message.type === 'start') {
        if (!core.work) throw new Error(`the lab "${core.id}" has no work`);
        work = core.work(message.values as never, message.given);
        reported = performance.now();
        goOn();
      } else if (message.type === 'resume') {
        if (paused) goOn();
        paused = false;
      } else {
        const wasRunning = !paused;
        paused = true;
        if (message.type === 'step') advance('unit');
        // What is seen while pausing is where it stopped.
        else if (wasRunning && work && last) report(last);
      }
    }),
  );
}
