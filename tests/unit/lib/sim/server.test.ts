import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from '@/lib/sim/percentile';
import { type HandlerKind, type ServerOptions, simulateServer } from '@/lib/sim/server';
import measured from '@/tests/fixtures/reference/uvicorn-scheduling.json';

const base: ServerOptions = {
  handler: 'pool',
  arrivals: [0, 0, 0, 0],
  inference: 100,
  cores: 1,
  threads: 40,
  waiting: 0,
  patience: 0,
  gateway: 1e9,
  probe: { first: 10, every: 50 },
  overhead: 0,
};
const latencies = (options: ServerOptions) =>
  simulateServer(options).requests.map(({ arrival, answered }) => answered - arrival);

test.each(measured.cases)('answers come when a real uvicorn gave them: $handler, $requests requests', (recorded) => {
  const run = simulateServer({
    ...base,
    handler: recorded.handler as HandlerKind,
    arrivals: Array.from({ length: recorded.requests }, (_, i) => i * 10),
    inference: measured.seconds * 1000,
    // The measurement slept instead of computing, so no thread slowed another.
    cores: 1000,
    threads: recorded.handler === 'thread' ? 8 : 40,
    probe: { first: 250, every: 500 },
    overhead: 1,
  });
  run.requests.forEach(({ arrival, answered }, i) => {
    expect(Math.abs(answered - arrival - (recorded.latency[i] ?? Number.NaN))).toBeLessThan(60);
  });
  recorded.health.slice(0, run.probes.length).forEach((health, i) => {
    const probe = run.probes[i];
    expect(Math.abs((probe?.answered ?? Number.NaN) - (probe?.arrival ?? 0) - health)).toBeLessThan(60);
  });
});

test('a blocking handler serves one after another and the health check waits for all before it', () => {
  const run = simulateServer({ ...base, handler: 'blocking' });
  expect(run.requests.map(({ answered }) => answered)).toEqual([100, 200, 300, 400]);
  expect(run.probes[0]).toEqual({ arrival: 10, answered: 400 });
});

test('threads share the processor: four jobs on one core all end at four times one job', () => {
  expect(latencies(base)).toEqual([400, 400, 400, 400]);
  expect(latencies({ ...base, cores: 2 })).toEqual([200, 200, 200, 200]);
  expect(latencies({ ...base, cores: 4 })).toEqual([100, 100, 100, 100]);
});

test('processor sharing with a later arrival follows the hand calculation', () => {
  // Alone for 50 ms (50 done), then two share one core: the first needs 100 ms more, the second then has 50 ms left.
  expect(latencies({ ...base, arrivals: [0, 50] })).toEqual([150, 150]);
});

test('a bounded queue refuses what does not fit and what waited too long', () => {
  const run = simulateServer({ ...base, handler: 'queue', threads: 1, waiting: 2, patience: 150 });
  expect(run.requests.map(({ status }) => status)).toEqual([200, 200, 503, 503]);
  expect(run.requests.map(({ answered }) => answered)).toEqual([100, 200, 150, 0]);
  expect(run.requests[2]?.start).toBeNull();
});

test('the gateway gives up but the abandoned thread works on', () => {
  const run = simulateServer({ ...base, gateway: 250 });
  expect(run.requests.every(({ status, answered }) => status === 504 && answered === 250)).toBe(true);
  expect(run.requests.map(({ end }) => end)).toEqual([400, 400, 400, 400]);
});

test('every request is answered once, and work is neither lost nor invented', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<HandlerKind>('blocking', 'thread', 'pool', 'queue'),
      fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      (handler, times, inference, cores, threads) => {
        const arrivals = times.sort((a, b) => a - b);
        const run = simulateServer({
          ...base,
          handler,
          arrivals,
          inference,
          cores,
          threads,
          waiting: 3,
          patience: 400,
          overhead: 1,
        });
        for (const { arrival, start, end, answered, status } of run.requests) {
          expect(Number.isFinite(answered)).toBe(true);
          expect(answered).toBeGreaterThanOrEqual(arrival);
          if (status === 503) expect(start).toBeNull();
          else expect((end ?? 0) - (start ?? 0)).toBeGreaterThanOrEqual(inference - 1e-6);
        }
        const worked = run.requests.filter(({ end }) => end !== null);
        const busy =
          Math.max(...worked.map(({ end }) => end ?? 0)) - Math.min(...worked.map(({ start }) => start ?? 0));
        const speed = handler === 'blocking' ? 1 : Math.min(cores, threads);
        expect(busy * speed).toBeGreaterThanOrEqual(worked.length * inference - 1e-6);
        expect(run.probes.every((probe) => probe.answered >= probe.arrival)).toBe(true);
      },
    ),
  );
});

test('values that mean nothing are refused', () => {
  expect(() => simulateServer({ ...base, inference: Number.NaN })).toThrow(RangeError);
  expect(() => simulateServer({ ...base, arrivals: [5, 1] })).toThrow(RangeError);
  expect(() => simulateServer({ ...base, cores: 0 })).toThrow(RangeError);
  expect(simulateServer({ ...base, arrivals: [] })).toEqual({ requests: [], probes: [], finished: 0 });
});

test('percentiles are by nearest rank', () => {
  expect(percentile([15, 20, 35, 40, 50], 30)).toBe(20);
  expect(percentile([15, 20, 35, 40, 50], 40)).toBe(20);
  expect(percentile([15, 20, 35, 40, 50], 50)).toBe(35);
  expect(percentile([15, 20, 35, 40, 50], 100)).toBe(50);
  expect(() => percentile([], 50)).toThrow(RangeError);
});
