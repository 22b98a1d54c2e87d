import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countPieces, type Harness, type Policy, parseAction, runReact } from '@/lib/agent/react-loop';

const harness: Harness = {
  tools: { echo: (argument) => ({ status: 'ok', text: argument }) },
  validate: null,
  retry: false,
  present: (text) => text,
  stepLimit: 20,
  hardCap: 20,
};
/** Repeats an action until it must answer, or until it has seen an observation that says stop. */
const repeat =
  (action: string): Policy =>
  (transcript, mustAnswer) => {
    const last = transcript.at(-1)?.text ?? '';
    return { thought: 't', action: mustAnswer || last === 'stop' ? 'finish[done]' : action };
  };

test('thought, action and observation alternate until the answer', () => {
  const run = runReact(repeat('echo[stop]'), harness);
  expect(run.turns.map(({ kind }) => kind)).toEqual(['thought', 'action', 'observation', 'thought', 'answer']);
  expect(run).toMatchObject({ answer: 'done', steps: 2 });
});

test('a loop is ended by the step limit with an answer, by the platform without', () => {
  expect(runReact(repeat('echo[go]'), { ...harness, stepLimit: 5 })).toMatchObject({ answer: 'done', steps: 5 });
  expect(runReact(repeat('echo[go]'), harness)).toMatchObject({ answer: null, steps: 20 });
});

test('a time-out is called again once, and only with retry', () => {
  const flaky: Harness = {
    ...harness,
    tools: { echo: (_, call) => (call === 1 ? { status: 'timeout', text: 'late' } : { status: 'ok', text: 'stop' }) },
  };
  const plain = runReact(repeat('echo[x]'), flaky);
  const retried = runReact(repeat('echo[x]'), { ...flaky, retry: true });
  expect(plain.turns[2]).toMatchObject({ text: 'late', calls: [{ status: 'timeout' }] });
  expect(retried.turns[2]).toMatchObject({ text: 'stop', calls: [{ status: 'timeout' }, { status: 'ok' }] });
});

test('an empty result is given one hint, not two in a row', () => {
  const empty: Harness = {
    ...harness,
    retry: true,
    stepLimit: 4,
    tools: { echo: () => ({ status: 'empty', text: 'None.' }) },
  };
  const seen = runReact(repeat('echo[x]'), empty).turns.flatMap((turn) =>
    turn.kind === 'observation' ? [turn.text] : [],
  );
  expect(seen).toEqual(['None. Try once more with other words.', 'None.', 'None.']);
});

test('what is no action becomes the answer, unless it is validated', () => {
  expect(runReact(repeat('echo[x'), harness).answer).toBe('echo[x');
  const run = runReact(repeat('echo[x'), {
    ...harness,
    stepLimit: 3,
    validate: (action) => (parseAction(action) ? null : 'no'),
  });
  expect(run.turns[2]).toMatchObject({ text: 'Error: no', calls: [{ status: 'refused' }] });
  expect(run.answer).toBe('done');
});

test('no policy makes the loop run past the cap', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (action, stepLimit) => {
      const { steps, turns } = runReact(repeat(action), { ...harness, stepLimit });
      expect(steps).toBeLessThanOrEqual(20);
      expect(turns.length).toBeLessThanOrEqual(60);
    }),
  );
});

test('pieces are words, numbers, signs and Han characters', () => {
  expect(countPieces('search[Tern-2 参数]')).toBe(8);
  expect(countPieces('')).toBe(0);
});
