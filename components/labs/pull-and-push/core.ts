/**
 * A batch of pairs on a circle. Each query must pick its own key among all keys of the batch: InfoNCE, whose gradient pulls the
 * query to its key and pushes it from the others, each by the probability it is taken with (van den Oord et al. 2018).
 *
 * Goal: a low loss with every pair found. Warm temperatures cannot get so low, cold ones leave a pair stuck behind others.
 */
import { defineCore } from '@/lib/labs/core';
import { completeValues, type ParamValues } from '@/lib/labs/params';
import { createRandom } from '@/lib/random';
import { alongCircle, type Descent, descend, onCircle, STEPS } from './descent';
import { type InfoNce, infoNce } from './info-nce';
import { type NceRow, nceRow } from './nce';

export const MOST_PAIRS = 10;
export const GOAL = { pairs: 6, loss: 0.2 } as const;

export const params = {
  pairs: { kind: 'number', min: 2, max: MOST_PAIRS, step: 1, default: 8 },
  temperature: { kind: 'number', min: 0.03, max: 1, step: 0.01, default: 0.5 },
  step: { kind: 'number', min: 0, max: STEPS, step: 1, default: 0 },
  /** The query whose row is written out, from 1. */
  pin: { kind: 'number', min: 1, max: MOST_PAIRS, step: 1, default: 1 },
  /** Where the points start, in degrees: ten queries, then ten keys, no two of them closer than 10. */
  start: {
    kind: 'vector',
    min: -180,
    max: 180,
    step: 1,
    default: [-4, 141, -72, 74, -148, 39, -177, -107, -37, 110, 90, -18, 55, -128, 20, 124, -52, -92, -160, 160],
  },
} as const;
export type Values = ParamValues<typeof params>;

export type Result = InfoNce & {
  readonly count: number;
  /** The pinned query, from 0. */
  readonly pin: number;
  /** Angles after the steps, in radians. */
  readonly queries: readonly number[];
  readonly keys: readonly number[];
  /** −∂L/∂angle of each point: where descent would move it, positive counter-clockwise. */
  readonly queryForces: readonly number[];
  readonly keyForces: readonly number[];
  /** Loss after 0, 1 … STEPS steps. */
  readonly history: readonly number[];
  /** log N, and the loss of pairs that coincide and stand evenly. */
  readonly chance: number;
  readonly even: number;
  /** Queries whose most similar key is their own. */
  readonly found: readonly boolean[];
  /** Mean cosine of a query with its own key. */
  readonly alignment: number;
  /** The pinned row asked the other way: every key for itself, data or noise. */
  readonly yesOrNo: NceRow;
};

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** In degrees, as the table wants it. */
export function degrees(angle: number): number {
  const turned = Math.round((angle * 180) / Math.PI) % 360;
  return turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
}

let last: { readonly key: string; readonly descent: Descent } | null = null;

/** The whole course, remembered, because playing it asks for it at every step. */
function courseOf({ start, pairs, temperature }: Values): Descent {
  const key = `${pairs}/${temperature}/${start.join()}`;
  if (last?.key === key) return last.descent;
  const angles = start.map(radians);
  const placement = { queries: angles.slice(0, pairs), keys: angles.slice(MOST_PAIRS, MOST_PAIRS + pairs) };
  last = { key, descent: descend(placement, temperature) };
  return last.descent;
}

export function evenLoss(pairs: number, temperature: number): number {
  const terms = Array.from({ length: pairs }, (_, j) =>
    Math.exp((Math.cos((2 * Math.PI * j) / pairs) - 1) / temperature),
  );
  return Math.log(terms.reduce((sum, term) => sum + term, 0));
}

/** Another start, made from this one so that it can be shared. */
export function scramble(start: readonly number[]): number[] {
  const random = createRandom(start.reduce((hash, angle, i) => (hash * 31 + (angle + 180) * (i + 1)) % 1_000_003, 7));
  return start.map(() => random.integer(360) - 180);
}

function run(values: Values): Result {
  const { pairs, temperature, step, pin } = values;
  const { path, losses: history } = courseOf(values);
  const { queries, keys } = path[step] ?? { queries: [], keys: [] };
  const nce = infoNce(onCircle(queries), onCircle(keys), temperature);
  const own = nce.similarities.map((row, i) => row[i] ?? 0);
  const pinned = Math.min(pin, pairs) - 1;
  return {
    ...nce,
    count: pairs,
    pin: pinned,
    queries,
    keys,
    queryForces: alongCircle(queries, nce.queryGradients).map((slope) => -slope),
    keyForces: alongCircle(keys, nce.keyGradients).map((slope) => -slope),
    history,
    chance: Math.log(pairs),
    even: evenLoss(pairs, temperature),
    found: nce.similarities.map((row, i) => row.every((s, j) => j === i || s < (own[i] ?? 0))),
    alignment: own.reduce((sum, s) => sum + s, 0) / pairs,
    yesOrNo: nceRow(nce.similarities[pinned] ?? [], pinned, temperature),
  };
}

export const core = defineCore({
  id: 'pull-and-push',
  params,
  run,
  goal({ loss, found, count }) {
    const share = found.filter(Boolean).length / count;
    const low = Math.min(1, GOAL.loss / Math.max(loss, 1e-9));
    const many = Math.min(1, count / GOAL.pairs);
    const met = loss <= GOAL.loss && share === 1 && count >= GOAL.pairs;
    return { met, progress: met ? 1 : Math.min(0.99, share * low * many) };
  },
  solution: { pairs: 8, temperature: 0.1, step: STEPS, start: [...params.start.default] },
  /** At which of two temperatures does descent from the start let every query find its own key? */
  predict() {
    const values = completeValues(params, { step: STEPS });
    const allFound = (temperature: number) => run({ ...values, temperature }).found.every(Boolean);
    const [warm, cold] = [allFound(0.5), allFound(0.05)];
    return warm && cold ? 'both' : warm ? 'warm' : cold ? 'cold' : 'neither';
  },
  table({ queries, keys, similarities, probabilities, losses, found }) {
    return {
      columns: ['pair', 'query', 'key', 'cosine', 'probability', 'loss', 'found'],
      rows: queries.map((q, i) => [
        i + 1,
        degrees(q),
        degrees(keys[i] ?? 0),
        similarities[i]?.[i] ?? 0,
        probabilities[i]?.[i] ?? 0,
        losses[i] ?? 0,
        found[i] ? '✓' : '✗',
      ]),
    };
  },
  play: { param: 'step', last: () => STEPS },
});
