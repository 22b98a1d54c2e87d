/** Many requests at the lab's server: its size is fixed here, the handler and the load are the learner's. */
import { percentile } from '@/lib/sim/percentile';
import { type HandlerKind, type ServerRun, simulateServer } from '@/lib/sim/server';

/** The server of the lab. 40 is AnyIO's default; asyncio.to_thread has min(32, cores + 4) threads. */
export const SERVER = {
  cores: 4,
  toThread: 8,
  pool: 40,
  queueThreads: 4,
  queueWaiting: 8,
  patience: 2000,
  gateway: 5000,
} as const;
const ARRIVALS_EVERY = 10;
const PROBE = { first: 250, every: 500 } as const;
const OVERHEAD = 1;
/** A health check that takes longer counts as failed. */
export const PROBE_LIMIT = 100;
export type LoadResult = {
  readonly run: ServerRun;
  /** Of the requests answered with 200; null when there is none. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly ok: number;
  readonly refused: number;
  readonly timedOut: number;
  readonly probesInTime: number;
  readonly slowestProbe: number;
};
export function runLoad(handler: HandlerKind, requests: number, seconds: number): LoadResult {
  const threads = { blocking: 1, thread: SERVER.toThread, pool: SERVER.pool, queue: SERVER.queueThreads }[handler];
  const run = simulateServer({
    handler,
    arrivals: Array.from({ length: requests }, (_, i) => i * ARRIVALS_EVERY),
    inference: seconds * 1000,
    cores: SERVER.cores,
    threads,
    waiting: SERVER.queueWaiting,
    patience: SERVER.patience,
    gateway: SERVER.gateway,
    probe: PROBE,
    overhead: OVERHEAD,
  });
  const latencies = run.requests
    .filter(({ status }) => status === 200)
    .map(({ arrival, answered }) => answered - arrival);
  const probes = run.probes.map(({ arrival, answered }) => answered - arrival);
  return {
    run,
    p50: latencies.length > 0 ? percentile(latencies, 50) : null,
    p95: latencies.length > 0 ? percentile(latencies, 95) : null,
    ok: latencies.length,
    refused: run.requests.filter(({ status }) => status === 503).length,
    timedOut: run.requests.filter(({ status }) => status === 504).length,
    probesInTime: probes.filter((time) => time <= PROBE_LIMIT).length,
    slowestProbe: Math.max(0, ...probes),
  };
}
