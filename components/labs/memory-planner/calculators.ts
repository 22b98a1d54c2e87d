/**
 * Four short calculators as they are found in public. Each line runs as it is written; beside it stands the engine's line.
 * A line is faulty when the two differ on the same inputs, so nothing here says by hand which one is wrong.
 */
import { cacheShape, kvBytesPerToken } from '@/lib/ml/cost/kv-cache';
import { headDim, type ModelShape, modelShapes } from '@/lib/ml/cost/model-shape';
import { RECIPES, stateBytes } from '@/lib/ml/cost/training-memory';
import { MODELS } from './plan';

export const GIB = 2 ** 30;
export const CALCULATOR_IDS = ['kv', 'adam', 'gqa', 'unit'] as const;
export type CalculatorId = (typeof CALCULATOR_IDS)[number];
/** The faulty line, or none: the calculator follows another convention than the engine's first number. */
export const VERDICTS = ['open', 'line1', 'line2', 'line3', 'line4', 'fine'] as const;
export type Verdict = (typeof VERDICTS)[number];

type State = Readonly<Record<string, number>>;
type Line = {
  readonly code: string;
  /** What the line leaves behind, by the name that later lines use. The last line leaves `out`. */
  readonly name: string;
  readonly written: (state: State) => number;
  /** The engine's line, where it is another one. */
  readonly engine?: (state: State) => number;
};
type Calculator = {
  readonly unit: 'GB' | 'GiB';
  readonly start: State;
  readonly lines: readonly [Line, Line, Line, Line];
  /** The engine's answer in `unit`. */
  readonly truth: number;
};

const at = (state: State, name: string): number => {
  const value = state[name];
  if (value === undefined) throw new RangeError(`no ${name} in this calculator`);
  return value;
};
const TOKENS = 4096;
const ZERO = {
  parameters: MODELS['gpt-7.5b'].parameters,
  gpus: 64,
  stage: 2,
  recipe: 'zero',
  optimizer: 'adamw',
} as const;

const inputsOf = (shape: ModelShape): State => ({
  hidden: shape.hidden,
  heads: shape.heads,
  kv_heads: shape.kvHeads,
  layers: shape.layers,
  tokens: TOKENS,
  nbytes: 2,
});
const cacheOf = (shape: ModelShape) => (kvBytesPerToken(cacheShape(shape, 2)) * TOKENS) / GIB;
const headLine: Line = {
  code: 'head_dim = hidden // heads',
  name: 'head_dim',
  written: (s) => headDim({ hidden: at(s, 'hidden'), heads: at(s, 'heads') }),
};
const printed = (code: string, name: string, divisor: number, engine = divisor): Line => ({
  code,
  name: 'out',
  written: (s) => at(s, name) / divisor,
  engine: (s) => at(s, name) / engine,
});

const CALCULATORS: Readonly<Record<CalculatorId, Calculator>> = {
  kv: {
    unit: 'GiB',
    start: inputsOf(modelShapes['llama-2-7b']),
    lines: [
      headLine,
      {
        code: 'token = nbytes * kv_heads * head_dim',
        name: 'token',
        written: (s) => at(s, 'nbytes') * at(s, 'kv_heads') * at(s, 'head_dim'),
        engine: (s) =>
          kvBytesPerToken({
            layers: 1,
            kvHeads: at(s, 'kv_heads'),
            headDim: at(s, 'head_dim'),
            bytesPerElement: at(s, 'nbytes'),
          }),
      },
      {
        code: 'cache = layers * tokens * token',
        name: 'cache',
        written: (s) => at(s, 'layers') * at(s, 'tokens') * at(s, 'token'),
      },
      printed('print(cache / 2**30, "GiB")', 'cache', GIB),
    ],
    truth: cacheOf(modelShapes['llama-2-7b']),
  },
  adam: {
    unit: 'GB',
    start: { params: ZERO.parameters },
    lines: [
      { code: 'weights = (2 + 4) * params', name: 'weights', written: (s) => (2 + 4) * at(s, 'params') },
      {
        code: 'gradients = 4 * params',
        name: 'gradients',
        written: (s) => 4 * at(s, 'params'),
        engine: (s) => RECIPES.hf.gradient * at(s, 'params'),
      },
      { code: 'adam = 8 * params', name: 'adam', written: (s) => 8 * at(s, 'params') },
      {
        code: 'print((weights + gradients + adam) / 10**9, "GB")',
        name: 'out',
        written: (s) => (at(s, 'weights') + at(s, 'gradients') + at(s, 'adam')) / 1e9,
      },
    ],
    truth: stateBytes({ ...ZERO, stage: 0 }).total / 1e9,
  },
  gqa: {
    unit: 'GiB',
    start: inputsOf(modelShapes['llama-2-70b']),
    lines: [
      headLine,
      {
        code: 'width = heads * head_dim',
        name: 'width',
        written: (s) => at(s, 'heads') * at(s, 'head_dim'),
        engine: (s) => at(s, 'kv_heads') * at(s, 'head_dim'),
      },
      {
        code: 'cache = 2 * nbytes * layers * tokens * width',
        name: 'cache',
        written: (s) => 2 * at(s, 'nbytes') * at(s, 'layers') * at(s, 'tokens') * at(s, 'width'),
      },
      printed('print(cache / 2**30, "GiB")', 'cache', GIB),
    ],
    truth: cacheOf(modelShapes['llama-2-70b']),
  },
  unit: {
    unit: 'GiB',
    start: { params: ZERO.parameters, gpus: ZERO.gpus },
    lines: [
      { code: 'weights = 2 * params', name: 'weights', written: (s) => 2 * at(s, 'params') },
      {
        code: 'sharded = (2 + 12) * params / gpus',
        name: 'sharded',
        written: (s) => ((2 + 12) * at(s, 'params')) / at(s, 'gpus'),
      },
      {
        code: 'states = weights + sharded',
        name: 'states',
        written: (s) => at(s, 'weights') + at(s, 'sharded'),
      },
      printed('print(states / 10**9, "GiB")', 'states', 1e9, GIB),
    ],
    truth: stateBytes(ZERO).total / GIB,
  },
};

export type Audit = {
  readonly id: CalculatorId;
  /** What the lines work on, as code: `heads = 64`. */
  readonly inputs: readonly string[];
  readonly lines: readonly string[];
  readonly unit: 'GB' | 'GiB';
  /** What the calculator prints, and what it prints with the marked line replaced by the engine's. */
  readonly prints: number;
  readonly repaired: number;
  readonly truth: number;
  readonly judged: Verdict;
  readonly right: boolean;
};

/** Runs a calculator; lines for which `takeEngine` holds run as the engine has them. */
function execute({ start, lines }: Calculator, takeEngine: (line: number) => boolean): number {
  const state: Record<string, number> = { ...start };
  lines.forEach(({ name, written, engine }, i) => {
    state[name] = (takeEngine(i) && engine ? engine : written)(state);
  });
  return at(state, 'out');
}

/** The only line whose repair changes the output, or 'fine' where none does. */
export function verdictOf(id: CalculatorId): Exclude<Verdict, 'open'> {
  const calculator = CALCULATORS[id];
  const prints = execute(calculator, () => false);
  const faulty = calculator.lines.findIndex((_, i) => execute(calculator, (line) => line === i) !== prints);
  return (['line1', 'line2', 'line3', 'line4'] as const)[faulty] ?? 'fine';
}

export function auditCalculator(id: CalculatorId, judged: Verdict): Audit {
  const calculator = CALCULATORS[id];
  const marked = VERDICTS.indexOf(judged) - 1;
  return {
    id,
    inputs: Object.entries(calculator.start).map(([name, value]) => `${name} = ${value}`),
    lines: calculator.lines.map(({ code }) => code),
    unit: calculator.unit,
    prints: execute(calculator, () => false),
    repaired: execute(calculator, (line) => line === marked),
    truth: calculator.truth,
    judged,
    right: judged === verdictOf(id),
  };
}
