/// <reference types="vite/client" />
/** What every lab promises, tried on every lab. */
import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '@/lib/content/build-site';
import { type AnyLabCore, finishWork, startGiven } from '@/lib/labs/core';
import {
  clampParam,
  completeValues,
  decodeParams,
  defaultValues,
  encodeParams,
  type ParamSpec,
} from '@/lib/labs/params';
import { createRandom, type Random } from '@/lib/random';

const folder = 'components/labs';
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'frame')
  .map((entry) => entry.name);

type Strings = {
  readonly params: Record<string, string>;
  readonly options?: Record<string, Record<string, string>>;
  readonly columns: Record<string, string>;
  readonly summary: (result: unknown, values: unknown) => string;
  readonly work?: (values: unknown) => string;
};

const cores = import.meta.glob<{ core: AnyLabCore }>('../../../../components/labs/*/core.ts', { eager: true });
const words = import.meta.glob<{ strings: Record<'zh' | 'en', Strings> }>('../../../../components/labs/*/strings.ts', {
  eager: true,
});
const labs = ids.map((id) => {
  const core = Object.entries(cores).find(([file]) => file.includes(`/${id}/`))?.[1].core;
  const strings = Object.entries(words).find(([file]) => file.includes(`/${id}/`))?.[1].strings;
  if (!core || !strings) throw new Error(`${id} lacks core.ts or strings.ts`);
  return { id, core, strings };
});
const { labs: infos } = readContent('.');

function randomValue(spec: ParamSpec, random: Random): unknown {
  switch (spec.kind) {
    case 'number':
      return spec.min + random.next() * (spec.max - spec.min);
    case 'seed':
      return random.integer(10_000);
    case 'choice':
      return spec.options[random.integer(spec.options.length)];
    case 'toggle':
      return random.next() < 0.5;
    case 'vector':
      return spec.default.map(() => spec.min + random.next() * (spec.max - spec.min));
    case 'set':
      return spec.options.filter(() => random.next() < 0.5);
    case 'text':
      return Array.from(
        { length: random.integer(Math.min(40, spec.maxLength)) },
        () => 'ab 字é🙂,0;"<'[random.integer(10)],
      ).join('');
  }
}

/** Path of the first number that is not finite, or null. Maps, arrays, typed arrays and plain objects are searched. */
function findNonFinite(value: unknown, path = 'result'): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} = ${value}`;
  if (typeof value !== 'object' || value === null) return null;
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  for (const [key, item] of entries) {
    const found = findNonFinite(item, `${path}.${String(key)}`);
    if (found) return found;
  }
  return null;
}

test('there are labs to try', () => {
  expect(ids.length).toBeGreaterThanOrEqual(9);
});

describe.each(labs)('$id', ({ id, core, strings }) => {
  const start = () => completeValues(core.params, {});
  const given = startGiven(core);

  test('is named like its folder and registered', async () => {
    const { labViews } = await import('@/components/labs/registry');
    expect(core.id).toBe(id);
    expect(Object.keys(labViews)).toContain(id);
  });

  test('has words in both languages for every parameter, option and column', () => {
    const { columns } = core.table(core.run(start(), given), start());
    for (const words of [strings.zh, strings.en]) {
      expect(Object.keys(words.params).sort()).toEqual(Object.keys(core.params).sort());
      expect(columns.filter((column) => !words.columns[column])).toEqual([]);
      for (const [name, spec] of Object.entries(core.params)) {
        if (spec.kind === 'choice' || spec.kind === 'set') {
          expect(
            spec.options.filter((option) => !words.options?.[name]?.[option]),
            name,
          ).toEqual([]);
        }
      }
      expect(words.summary(core.run(start(), given), start()).length).toBeGreaterThan(10);
    }
    expect(/\p{Script=Han}/u.test(strings.zh.summary(core.run(start(), given), start()))).toBe(true);
    expect(/\p{Script=Han}/u.test(Object.values(strings.en.params).join())).toBe(false);
  });

  test('has defaults that its own table allows', () => {
    for (const spec of Object.values(core.params)) expect(clampParam(spec, spec.default)).toEqual(spec.default);
  });

  test('survives the way through an address', () => {
    const random = createRandom(1);
    for (let i = 0; i < 100; i += 1) {
      const raw = Object.fromEntries(
        Object.entries(core.params).map(([name, spec]) => [name, randomValue(spec, random)]),
      );
      const values = completeValues(core.params, raw);
      expect(decodeParams(core.params, encodeParams(core.params, values))).toEqual(values);
    }
    expect(encodeParams(core.params, defaultValues(core.params))).toBe('');
  });

  test('clamps hostile addresses into its table and stays finite', () => {
    const names = Object.keys(core.params);
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'NaN',
        'Infinity',
        '-1e999',
        '1e308_-1e308',
        '__proto__',
        '',
        '0x10',
        '<script>',
        '９９',
        '_'.repeat(500),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names, '__proto__', 'x'), hostile), { maxLength: 6 }),
        (pairs) => {
          const values = decodeParams(core.params, new URLSearchParams(pairs).toString());
          expect(completeValues(core.params, values)).toEqual(values);
          expect(findNonFinite(core.run(values, given))).toBe(null);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('gives the same result for the same values', () => {
    const random = createRandom(2);
    for (let i = 0; i < 5; i += 1) {
      const raw = Object.fromEntries(
        Object.entries(core.params).map(([name, spec]) => [name, randomValue(spec, random)]),
      );
      const values = completeValues(core.params, raw);
      expect(JSON.stringify(core.run(values, given))).toBe(JSON.stringify(core.run(values, given)));
    }
  });

  test('stays finite over random steps, and can always say what is to be seen', () => {
    // A thousand; of labs that compute for long, as many as fit into some seconds, and 200 at the least.
    const begun = performance.now();
    const isEnough = (steps: number) => steps >= 1000 || (steps >= 200 && performance.now() - begun > 6000);
    const random = createRandom(3);
    const names = Object.keys(core.params);
    let values = start();
    for (let steps = 0; !isEnough(steps); steps += 1) {
      const name = names[random.integer(names.length)] ?? '';
      const spec = core.params[name];
      if (spec) values = completeValues(core.params, { ...values, [name]: randomValue(spec, random) });
      const result = core.run(values, given);
      const goal = core.goal(result, values);
      expect(findNonFinite(result), JSON.stringify(values)).toBe(null);
      expect(goal.progress >= 0 && goal.progress <= 1, `progress ${goal.progress}`).toBe(true);
      expect(goal.met).toBe(goal.progress === 1);
      expect(findNonFinite(core.table(result, values))).toBe(null);
      expect(strings.zh.summary(result, values) + strings.en.summary(result, values)).not.toMatch(
        /NaN|undefined|Infinity|\[object/,
      );
    }
  }, 120_000);

  test('has a goal that is open at the start and can be reached', () => {
    expect(core.goal(core.run(start(), given), start()).met).toBe(false);
    const solved = completeValues(core.params, { ...start(), ...core.solution });
    const outcome = core.work ? finishWork(core.work(solved, given)) : given;
    expect(core.goal(core.run(solved, outcome), solved)).toEqual({ met: true, progress: 1 });
    // The same work gives the same outcome, and an outcome crosses into and out of a worker.
    expect(findNonFinite(core.run(solved, outcome))).toBe(null);
    expect(core.run(solved, structuredClone(outcome))).toEqual(core.run(solved, outcome));
    expect(strings.zh.summary(core.run(solved, outcome), solved)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(strings.en.summary(core.run(solved, outcome), solved)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  }, 120_000);

  test('finds a solution for the model it is given, where it offers to', () => {
    if (!core.solve) return;
    const solved = completeValues(core.params, { ...start(), ...core.solve(given) });
    const outcome = core.work ? finishWork(core.work(solved, given)) : given;
    expect(core.goal(core.run(solved, outcome), solved).met).toBe(true);
  });

  test('says what its long work is, and needs a press or a rest for it', () => {
    if (!core.work) return;
    expect(existsSync(`${folder}/${id}/worker.ts`)).toBe(true);
    if (core.autoWork) return;
    for (const words of [strings.zh, strings.en]) expect(words.work?.(start())).toBeTruthy();
  });

  test('asks a prediction whose answer the model computes', () => {
    const info = infos.find((lab) => lab.info.id === id)?.info;
    expect(info?.predict.options.map((option) => option.id)).toContain(core.predict());
  });

  test('plays from its first step to its last', () => {
    if (!core.play) return;
    const result = core.run(start(), given);
    const last = core.play.last(result);
    expect(Number.isInteger(last) && last > 0).toBe(true);
    const spec = core.params[core.play.param];
    expect(spec?.kind === 'number' && spec.min <= 0 && spec.max >= last).toBe(true);
  });
});
