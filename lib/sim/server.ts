/**
 * Discrete-event simulation of one server process with one asyncio event loop, in exact milliseconds.
 *
 * - The event loop runs one callback at a time, first come first served. Nothing else on the loop runs meanwhile.
 * - Threads run beside it. `cores` of them progress at full speed; with n > cores active each gets cores / n of a core
 *   (processor sharing). This holds where inference releases the GIL, as PyTorch's operators do.
 * - A thread cannot be cancelled: work whose client has gone is done all the same.
 *
 * The order in which a real server answers is recorded in tests/fixtures/reference/uvicorn-scheduling.json.
 * Sources: FastAPI documentation, "Concurrency and async / await"; AnyIO documentation, "Working with threads"
 * (40 worker threads by default).
 */
export type HandlerKind = 'blocking' | 'thread' | 'pool' | 'queue';

export type ServerOptions = {
  readonly handler: HandlerKind;
  /** Arrival times of the requests, ascending, ms. */
  readonly arrivals: readonly number[];
  /** Processor time of one inference, ms. */
  readonly inference: number;
  readonly cores: number;
  /** Threads that may work at once; ignored by `blocking`. */
  readonly threads: number;
  /** `queue` only: requests that may wait for a thread, and how long, ms. Beyond that the answer is 503. */
  readonly waiting: number;
  readonly patience: number;
  /** A gateway in front answers 504 when no answer came for this long, ms. */
  readonly gateway: number;
  /** A health check, `async def`, arrives every `every` ms from `first` on while there is work. */
  readonly probe: { readonly first: number; readonly every: number };
  /** Time the loop spends to read a request, to write a response, and on a health check, ms each. */
  readonly overhead: number;
};

export type Served = {
  readonly arrival: number;
  /** When inference began; null when it never did. */
  readonly start: number | null;
  /** When inference ended, even if nobody waits for it any more. */
  readonly end: number | null;
  /** When the client got its answer. */
  readonly answered: number;
  readonly status: 200 | 503 | 504;
};
export type Probe = { readonly arrival: number; readonly answered: number };
export type ServerRun = {
  readonly requests: readonly Served[];
  readonly probes: readonly Probe[];
  readonly finished: number;
};

type Draft = { arrival: number; start: number | null; end: number | null; answered: number; status: 200 | 503 };
type Callback = { readonly cost: number; readonly done: (now: number) => void };

/** Throws RangeError unless times are finite and not negative, and cores, threads and the probe interval are positive. */
export function simulateServer(options: ServerOptions): ServerRun {
  check(options);
  const { handler, arrivals, inference, cores, threads, overhead, probe } = options;
  const limit = Math.max(1, Math.floor(threads));
  const drafts: Draft[] = arrivals.map((arrival) => ({ arrival, start: null, end: null, answered: 0, status: 200 }));
  const probes: Probe[] = [];
  const loop: Callback[] = [];
  const active: { readonly request: Draft; left: number }[] = [];
  const queue: { readonly request: Draft; readonly until: number }[] = [];
  let now = 0;
  let loopFreeAt: number | null = null;
  let nextArrival = 0;
  let nextProbe = probe.first;
  let open = drafts.length;

  const respond = (request: Draft, status: 200 | 503) => {
    request.status = status;
    loop.push({
      cost: overhead,
      done: (time) => {
        request.answered = time;
        open -= 1;
      },
    });
  };
  const begin = (request: Draft) => {
    request.start = now;
    active.push({ request, left: inference });
  };
  const dispatch = (request: Draft) => {
    if (active.length < limit) return begin(request);
    if (handler === 'queue' && queue.length >= options.waiting) return respond(request, 503);
    queue.push({ request, until: handler === 'queue' ? now + options.patience : Number.POSITIVE_INFINITY });
  };
  const accept = (request: Draft) => {
    if (handler !== 'blocking') return loop.push({ cost: overhead, done: () => dispatch(request) });
    // The whole handler, inference included, is one callback: the loop can do nothing else until it returns.
    return loop.push({
      cost: overhead + inference + overhead,
      done: (time) => {
        request.start = time - overhead - inference;
        request.end = time - overhead;
        request.answered = time;
        open -= 1;
      },
    });
  };

  // #region event-loop
  while (open > 0) {
    if (loopFreeAt === null && loop[0]) loopFreeAt = now + loop[0].cost;
    const rate = Math.min(1, cores / Math.max(1, active.length));
    const least = Math.min(...active.map(({ left }) => left));
    const next = Math.min(
      loopFreeAt ?? Number.POSITIVE_INFINITY,
      now + least / rate,
      arrivals[nextArrival] ?? Number.POSITIVE_INFINITY,
      queue[0]?.until ?? Number.POSITIVE_INFINITY,
      nextProbe,
    );
    for (const job of active) job.left -= (next - now) * rate;
    now = next;
    if (loopFreeAt === now) {
      loopFreeAt = null;
      loop.shift()?.done(now);
    }
    for (const job of active.filter(({ left }) => left <= EPSILON)) {
      active.splice(active.indexOf(job), 1);
      job.request.end = now;
      respond(job.request, 200);
    }
    for (let head = queue[0]; head && active.length < limit; head = queue[0]) {
      queue.shift();
      begin(head.request);
    }
    // #endregion event-loop
    for (let head = queue[0]; head && head.until <= now; head = queue[0]) {
      queue.shift();
      respond(head.request, 503);
    }
    for (let draft = drafts[nextArrival]; draft && draft.arrival <= now; draft = drafts[nextArrival]) {
      nextArrival += 1;
      accept(draft);
    }
    if (nextProbe <= now) {
      const arrival = nextProbe;
      loop.push({ cost: overhead, done: (time) => probes.push({ arrival, answered: time }) });
      nextProbe += probe.every;
    }
  }
  for (; loop[0]; loop.shift()) {
    now = loopFreeAt ?? now + loop[0].cost;
    loopFreeAt = null;
    loop[0].done(now);
  }
  return { requests: drafts.map((draft) => behindGateway(draft, options.gateway)), probes, finished: now };
}

/** Sums of fractions of a millisecond leave dust; a thread with less left than this has finished. */
const EPSILON = 1e-9;

function behindGateway(request: Draft, patience: number): Served {
  const deadline = request.arrival + patience;
  return request.answered > deadline ? { ...request, answered: deadline, status: 504 } : request;
}

function check(options: ServerOptions): void {
  const { arrivals, inference, waiting, patience, gateway, overhead, cores, threads, probe } = options;
  const times = [...arrivals, inference, waiting, patience, gateway, overhead, probe.first];
  if (!times.every((time) => Number.isFinite(time) && time >= 0))
    throw new RangeError('times must be finite and not negative');
  if (arrivals.some((time, i) => time < (arrivals[i - 1] ?? 0))) throw new RangeError('arrivals must ascend');
  if (!(cores > 0 && threads >= 1 && probe.every > 0))
    throw new RangeError('cores, threads and probe.every must be positive');
}
