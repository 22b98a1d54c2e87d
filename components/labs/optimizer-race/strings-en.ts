import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent, formatSignificant } from '@/lib/format-number';
import { type core, GOAL, type Result, type Values } from './core';
import { leaders, power, scientific } from './number-text';
import type { Lane } from './race';
import { BATCH, STEPS, WEIGHT_DECAY } from './trace';

const lanes: Readonly<Record<Lane, string>> = {
  gd: 'GD',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  adam: 'Adam',
  adamw: 'AdamW',
};

const stateOf = (result: Result, values: Values): string => {
  const { weight } = result;
  if (values.view === 'model') {
    if (!weight) return 'The training steps have not been run yet.';
    const one = weight.steps[values.moment - 1];
    if (!one) return 'There is no such step.';
    const root = values.method === 'momentum' ? '' : `, √v ${scientific(Math.sqrt(one.v))}`;
    return `Step ${values.moment} of ${STEPS}: gradient ${scientific(one.g)}, m ${scientific(one.m)}${root}, the weight moves by ${scientific(one.change)} to ${formatSignificant(one.w, 4)}.`;
  }
  const { lead, lost } = leaders(result);
  const tail =
    lost.length > 0 ? ` Lost: ${lost.map((lane) => lanes[lane]).join(', ')}, their learning rate is too large.` : '';
  return lead
    ? `After ${result.step} steps ${lanes[lead.lane]} is lowest, ${scientific(lead.loss)} above the minimum.${tail}`
    : 'All are lost: every learning rate is too large.';
};

export const en = {
  params: {
    view: 'Look at',
    surface: 'Surface',
    kappa: 'Condition number κ',
    rate: 'Learning rate α of GD, momentum, Nesterov',
    beta: 'Momentum β',
    adamRate: 'Learning rate of Adam, AdamW',
    start: 'Start',
    step: 'Step of the race',
    method: 'Optimizer',
    matrix: 'Matrix',
    row: 'Row of the weight',
    column: 'Column of the weight',
    moment: 'Training step',
    seed: 'Seed',
  },
  options: {
    view: { surface: 'Two weights', model: 'A real model' },
    surface: { bowl: 'Narrow bowl', valley: 'Rosenbrock', saddle: 'Saddle', noisy: 'Noisy bowl' },
    kappa: { '1': '1', '10': '10', '100': '100', '1000': '1,000' },
    method: { adam: 'Adam', 'adam-l2': 'Adam + L2', adamw: 'AdamW', momentum: 'SGD, momentum 0.9' },
    matrix: {
      wte: 'token embedding',
      wpe: 'position embedding',
      'layer0.wq': 'query',
      'layer0.wk': 'key',
      'layer0.wv': 'value',
      'layer0.wo': 'attention output',
      'layer0.fc1': 'MLP, first',
      'layer0.fc2': 'MLP, second',
      lmHead: 'output head',
    },
  },
  columns: {
    step: 'step',
    ...lanes,
    g: 'gradient g',
    m: 'm',
    v: 'v',
    mHat: 'm̂',
    vHat: 'v̂',
    change: 'Δw',
    w: 'w',
  },
  summary: stateOf,
  work: () => `Run ${STEPS} training steps on the model, about a second`,
  lanes,
  power,
  mapTitle: 'From above',
  mapText: (result: Result, { start }: Values) =>
    `Level lines with five paths from (${start.join(', ')}), ${result.step} of ${result.steps} steps. The cross is the minimum.`,
  startHandle: (x: number, y: number) =>
    `Start (${formatFixed(x, 2)}, ${formatFixed(y, 2)}): drag, or move with arrow keys`,
  startX: 'Start w₁',
  startY: 'Start w₂',
  startBack: 'Back to the given start',
  plotTitle: 'Height above the minimum, by step',
  plotText: (result: Result) =>
    `Loss on a logarithmic scale over ${result.steps} steps. ` +
    result.lanes.map(({ lane, losses }) => `${lanes[lane]}: ${scientific(losses.at(-1) ?? 0)}`).join(', '),
  plotNote: 'Logarithmic: a straight line is a constant factor a step.',
  plotNoteBowl:
    'Logarithmic. Dotted: the closed forms, upper for the best gradient descent, lower for the best momentum.',
  optimizer: 'Optimizer',
  lossNow: (step: number) => `Height at step ${step}`,
  outcome: 'What happens',
  lost: (step: number) => `Lost at step ${step}: on the way the curvature grew beyond what this learning rate allows`,
  lostAbove: (step: number, limit: number) => `Lost at step ${step}: α must stay below ${formatSignificant(limit)}`,
  unstable: (limit: number) => `Unstable: here α must stay below ${formatSignificant(limit)}`,
  settled: (step: number) => `Below 10⁻⁶ from step ${step} on`,
  hovering: 'Noise keeps it moving',
  onTheWay: 'On its way',
  play: 'Play',
  replay: 'Play again',
  pause: 'Pause',
  stepBack: '−1: one step back',
  stepOn: '+1: one step on',
  stepOf: (step: number, last: number) => `${step} / ${last}`,
  rateNote: (limit: number) =>
    `GD is stable below 2/\u2060λmax = ${formatSignificant(limit)} (λmax: the steepest curvature)`,
  rateNoteStart: (limit: number) =>
    `GD is stable below 2/\u2060λmax = ${formatSignificant(limit)} (λmax: the steepest curvature at the start)`,
  adamNote: 'About as far as a weight goes in one step, however large its gradient',
  betaNote: (steps: number) => `A steady gradient adds up to ${formatSignificant(steps, 2)} times its size`,
  theory: 'What the closed form promises',
  theoryRows: {
    method: 'method',
    rate: 'best α',
    beta: 'best β',
    factor: 'distance left after a step',
    formulaGd: '(κ − 1) / (κ + 1)',
    formulaMomentum: '(√κ − 1) / (√κ + 1)',
  },
  goalNote: (counts: boolean) =>
    counts ? '' : `The goal counts on the narrow bowl with κ = ${GOAL.kappa}, from the given start.`,
  decayLine: 'AdamW decays every weight by learning rate × 0.01 a step, so it ends a little nearer to 0 than Adam.',
  pickTitle: (rows: number, columns: number) => `How far each of ${rows} × ${columns} weights moved`,
  pickNote: 'Press one to look at it. Blue: its value went up. Orange: down.',
  historyTitle: 'One weight through the training steps',
  gradientPanel: 'gradient g (bars), its average m̂ (line), ±√v̂ (band)',
  gradientPanelMomentum: 'gradient g (bars) and the buffer m (line)',
  stepPanel: 'change of the weight, in units of the learning rate',
  historyText: (changes: readonly number[]) =>
    `Changes in units of the learning rate run from ${formatFixed(Math.min(...changes), 2)} to ${formatFixed(Math.max(...changes), 2)}.`,
  ledger: (step: number) => `Step ${step}, in numbers`,
  ledgerRows: {
    g: 'gradient',
    m: 'average of g',
    v: 'average of g²',
    mHat: 'm / (1 − β₁ᵗ)',
    vHat: 'v / (1 − β₂ᵗ)',
    buffer: 'β · m + g',
  },
  change: 'change',
  changeAdam: '−α · m̂ / (√v̂ + ε)',
  changeAdamW: '−α · m̂ / (√v̂ + ε) − α · 0.01 · w',
  changeMomentum: '−α · m',
  scientific,
  settledNote: (rate: number) =>
    `These steps use one fixed rate, ${rate}, and batches of ${BATCH} names. A model that had settled may be shaken out of its place and end a little worse.`,
  decayTitle: `What weight decay ${WEIGHT_DECAY} takes from each weight in ${STEPS} steps`,
  decayNote:
    'Both axes are logarithmic. L2 is added to the gradient, so Adam divides it by √v̂ too: the smaller the gradients of a weight, the harder it is decayed. The gradients here are far below 1, so L2 takes more than AdamW; with gradients far above 1 it would all but vanish. AdamW takes about the same share from every weight.',
  decayX: 'size of the gradients a weight sees →',
  decayText: (l2: readonly [number, number], decoupled: number) =>
    `Adam with L2 takes between ${formatPercent(l2[0])} and ${formatPercent(l2[1])} of a weight, AdamW about ${formatPercent(decoupled, 2)} of each.`,
  share: (value: number) => formatPercent(value, 2),
  notYet:
    'Run the steps: each gradient the chosen matrix sees is recorded, and every number the optimizer keeps is worked out from them.',
} satisfies LabStrings<typeof core.params, Result> & Record<string, unknown>;
