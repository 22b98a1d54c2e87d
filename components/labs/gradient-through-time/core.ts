/**
 * How much of a nudge to the first input reaches each later step, in an RNN, an LSTM and one attention head (`./networks.ts`).
 *
 * A chain multiplies once per step, so what arrives after T steps is a product of T − 1 factors; attention has one factor, the
 * weight of step 1, at any distance. The baselines are the chains without inputs: gain^(t−1), σ(bias)^(t−1) and 1/t.
 * Goal: after 50 steps or more, what arrives lies within a factor of 100 of what was sent, in all three, at the end and on the way.
 */
import { defineCore } from '@/lib/labs/core';
import type { NumberParam, ParamValues } from '@/lib/labs/params';
import {
  type Head,
  headReach,
  lstmReach,
  makeNetworks,
  type Networks,
  type Reach,
  rnnReach,
  scoreHead,
} from './networks';
import { sizeText } from './size-text';

/** A nudge survives if it arrives within this factor of its first size. */
export const FACTOR = 100;
export const GOAL_LENGTH = 50;
/** A float32 sum keeps 24 bits: a part smaller than this beside its neighbours is rounded away. */
export const FLOAT32_HALF_STEP = 2 ** -24;
/** Sizes below this are drawn at the bottom of the plot. */
export const FLOOR = 1e-12;

export const params = {
  gain: { kind: 'number', min: 0.5, max: 1.5, step: 0.01, default: 0.9 },
  forget: { kind: 'number', min: -2, max: 8, step: 0.1, default: 0 },
  focus: { kind: 'number', min: 0, max: 8, step: 0.1, default: 0 },
  length: { kind: 'number', min: 10, max: 100, step: 5, default: 50 },
  /** The step whose numbers are written out. Clamped to the length. */
  pin: { kind: 'number', min: 2, max: 100, step: 1, default: 100 },
  seed: { kind: 'seed', default: 7 },
} as const;

export type Values = ParamValues<typeof params>;
export const names = ['rnn', 'lstm', 'head'] as const;
export type Name = (typeof names)[number];
export type Span = { readonly from: number; readonly to: number };

export type Lane = {
  readonly name: Name;
  readonly reach: Reach;
  readonly baseline: Reach;
  readonly survives: boolean;
  /** Multiplications between step 1 and the pinned step. */
  readonly path: number;
  /** What arrives at the pinned step, and the factor per multiplication that gives it. */
  readonly arrives: number;
  readonly factor: number;
  /** Settings of this lane's control, in shares of its range, at which the nudge survives. */
  readonly window: readonly Span[];
};
export type Result = { readonly lanes: readonly Lane[]; readonly pin: number; readonly length: number };

/** Never exactly 0, so that logarithms stay finite. */
const positive = (size: number) => Math.max(size, 1e-300);

export function survives(reach: Reach): boolean {
  return (reach.at(-1) ?? 0) >= 1 / FACTOR && Math.max(...reach) <= FACTOR;
}

const SAMPLES = 40;
/** Settings tried along one control, joined into spans. */
function windowOf(spec: NumberParam, reachAt: (value: number) => Reach): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i <= SAMPLES; i += 1) {
    if (!survives(reachAt(spec.min + ((spec.max - spec.min) * i) / SAMPLES))) continue;
    const [from, to] = [Math.max(0, (i - 0.5) / SAMPLES), Math.min(1, (i + 0.5) / SAMPLES)];
    const last = spans.at(-1);
    if (last && last.to >= from - 1e-9) spans[spans.length - 1] = { from: last.from, to };
    else spans.push({ from, to });
  }
  return spans;
}

type Prepared = {
  readonly networks: Networks;
  readonly head: Head;
  readonly windows: Readonly<Record<Name, readonly Span[]>>;
};
/** The last few seeds and lengths: a slider must not pay for the windows again. */
const prepared = new Map<string, Prepared>();
const REMEMBER = 8;

function prepare(seed: number, length: number): Prepared {
  const key = `${seed}/${length}`;
  const known = prepared.get(key);
  if (known) return known;
  const networks = makeNetworks(seed);
  const head = scoreHead(networks, length);
  const made = {
    networks,
    head,
    windows: {
      rnn: windowOf(params.gain, (gain) => rnnReach(networks, gain, length)),
      lstm: windowOf(params.forget, (bias) => lstmReach(networks, bias, length)),
      head: windowOf(params.focus, (focus) => headReach(head, focus).reach),
    },
  };
  const oldest = prepared.keys().next().value;
  if (prepared.size >= REMEMBER && oldest !== undefined) prepared.delete(oldest);
  prepared.set(key, made);
  return made;
}

function run({ gain, forget, focus, length, pin: wanted, seed }: Values): Result {
  const { networks, head, windows } = prepare(seed, length);
  const pin = Math.min(wanted, length);
  const steps = Array.from({ length }, (_, t) => t);
  const lane = (name: Name, reach: Reach, baseline: Reach): Lane => {
    const path = name === 'head' ? 1 : pin - 1;
    const arrives = positive(reach[pin - 1] ?? 0);
    return {
      name,
      reach: reach.map(positive),
      baseline: baseline.map(positive),
      survives: survives(reach),
      path,
      arrives,
      factor: arrives ** (1 / path),
      window: windows[name],
    };
  };
  const open = 1 / (1 + Math.exp(-forget));
  return {
    lanes: [
      lane(
        'rnn',
        rnnReach(networks, gain, length),
        steps.map((t) => gain ** t),
      ),
      lane(
        'lstm',
        lstmReach(networks, forget, length),
        steps.map((t) => open ** t),
      ),
      lane(
        'head',
        headReach(head, focus).reach,
        steps.map((t) => 1 / (t + 1)),
      ),
    ],
    pin,
    length,
  };
}

export const core = defineCore({
  id: 'gradient-through-time',
  params,
  run,
  goal({ lanes, length }: Result) {
    // Orders of magnitude missing at the end, of about 12 that can be seen.
    const missing = lanes.map(({ reach, survives: fine }) =>
      fine ? 0 : Math.min(1, Math.max(0.1, Math.log10(1 / FACTOR / Math.max(reach.at(-1) ?? 0, FLOOR)) / 10)),
    );
    const long = length >= GOAL_LENGTH;
    const met = long && missing.every((share) => share === 0);
    const done = 1 - missing.reduce((sum, share) => sum + share, 0) / missing.length;
    return { met, progress: met ? 1 : Math.min(0.99, done) * (long ? 1 : 0.5) };
  },
  solution: { gain: 1.02, forget: 4, focus: 3, length: 50 },
  /** The state the lab opens in, so that the answer is what one sees: gain 0.9 against a forget bias of 0, after 50 steps. */
  predict() {
    const networks = makeNetworks(params.seed.default);
    const last = (reach: Reach) => positive(reach.at(-1) ?? 0);
    const length = params.length.default;
    const ratio =
      last(rnnReach(networks, params.gain.default, length)) / last(lstmReach(networks, params.forget.default, length));
    return ratio > 10 ? 'rnn' : ratio < 0.1 ? 'lstm' : 'similar';
  },
  table({ lanes }: Result) {
    const [rnn, lstm, head] = lanes;
    return {
      columns: ['step', 'rnn', 'rnnBase', 'lstm', 'lstmBase', 'head', 'headBase'],
      rows: (rnn?.reach ?? []).map((_, t) => [
        t + 1,
        ...[rnn, lstm, head].flatMap((one) => [sizeText(one?.reach[t] ?? 0), sizeText(one?.baseline[t] ?? 0)]),
      ]),
    };
  },
});
