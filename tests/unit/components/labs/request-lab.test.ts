import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core } from '@/components/labs/request-lab/core';
import { answer, type Signature } from '@/components/labs/request-lab/endpoint';
import { buildRequest, type Payload, type Place } from '@/components/labs/request-lab/http-message';
import { PROBE_LIMIT } from '@/components/labs/request-lab/load';
import { completeValues } from '@/lib/labs/params';
import recorded from '@/tests/fixtures/reference/fastapi-422.json';

const at = (change: object) => {
  const values = completeValues(core.params, { ...change });
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};

test('the fixture covers every combination of signature, place and payload', () => {
  const seen = new Set(recorded.cases.map(({ signature, place, payload }) => `${signature} ${place} ${payload}`));
  expect(seen.size).toBe(2 * 3 * 6);
  expect(recorded.anyioDefaultThreads).toBe(40);
});

test.each(recorded.cases.map((one, i) => [i, one] as const))(
  'case %i: request and response equal those of real FastAPI',
  (_, one) => {
    const request = buildRequest(one.place as Place, one.payload as Payload, one.text);
    expect(request.target).toBe(one.request.target);
    expect(request.body).toBe(one.request.body);
    expect(request.contentType).toBe(one.request.contentType);
    expect(String(request.contentLength)).toBe(one.request.contentLength);
    const response = answer(one.signature as Signature, request);
    expect(response.status).toBe(one.status);
    expect(JSON.stringify(response.body)).toBe(one.responseText);
  },
);

test('whatever is typed, the answer is 200 or a 422 with one located error', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...core.params.signature.options),
      fc.constantFrom(...core.params.place.options),
      fc.constantFrom(...core.params.payload.options),
      fc.string({ unit: 'binary', maxLength: 400 }),
      (signature, place, payload, text) => {
        const { result } = at({ signature, place, payload, text });
        if (result.response.status === 422) expect(result.response.body.detail).toHaveLength(1);
        else expect(result.request.contentType === 'application/json').toBe(signature === 'model');
      },
    ),
  );
});

test('an unescaped & cuts the text without any error and turns the label', () => {
  const whole = at({ signature: 'bare', place: 'query' });
  const cut = at({ signature: 'bare', place: 'query', payload: 'broken' });
  expect(whole.result.outcome).toBe('whole');
  expect(cut.result.outcome).toBe('changed');
  expect(whole.result.response.body).toMatchObject({ label: 'POSITIVE' });
  expect(cut.result.response).toEqual({ status: 200, body: { label: 'NEGATIVE', text: 'Cheap ' } });
});

test('the start refuses a good JSON body, as the prediction asks', () => {
  const { result, goal } = at({});
  expect(result.response.status).toBe(422);
  expect(core.predict()).toBe('missing-query');
  expect(goal.met).toBe(false);
});

test('while the loop is held no health check is in time, and the gateway gives up on the last requests', () => {
  const { result } = at({});
  expect(result.load.probesInTime).toBe(0);
  expect(result.load.timedOut).toBe(3);
  expect(result.load.slowestProbe).toBeGreaterThan(7000);
});

test('with 4 cores a queue of 4 threads answers half the requests in half the time, and the last no later', () => {
  const pool = at({ handler: 'pool' }).result.load;
  const queue = at({ handler: 'queue' }).result.load;
  expect([pool.ok, queue.ok]).toEqual([8, 8]);
  expect(queue.p50).toBeLessThan((pool.p50 ?? 0) * 0.6);
  expect(queue.p95).toBeLessThan((pool.p95 ?? 0) * 1.05);
});

test('under overload a queue refuses early, where an unbounded pool lets all of them run into the time limit', () => {
  const pool = at({ handler: 'pool', requests: 40 }).result.load;
  const queue = at({ handler: 'queue', requests: 40 }).result.load;
  expect(pool.ok).toBe(0);
  expect(pool.timedOut).toBe(40);
  expect(queue.ok).toBe(12);
  expect(queue.refused).toBe(28);
});

test('the goal needs both halves and its full load', () => {
  const contract = { signature: 'model', place: 'json', payload: 'fine' };
  const load = { handler: 'pool', requests: 8, seconds: 1 };
  expect(at(contract).goal.met).toBe(false);
  expect(at(load).goal.met).toBe(false);
  expect(at({ ...contract, ...load, requests: 7 }).goal.met).toBe(false);
  expect(at({ ...contract, ...load, seconds: 0.9 }).goal.met).toBe(false);
  expect(at({ ...contract, ...load, payload: 'number' }).goal.met).toBe(false);
  expect(at({ ...contract, ...load, place: 'query', signature: 'bare' }).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at({ ...contract, ...load, handler: 'thread' }).goal.met).toBe(true);
  expect(at({ ...contract, ...load, handler: 'queue' }).goal.met).toBe(true);
  const { result } = at(core.solution);
  expect(result.load.slowestProbe).toBeLessThanOrEqual(PROBE_LIMIT);
});
