/**
 * Backpropagation on an expression that the learner can change. The numbers come from the tape that also trains the tiny GPT
 * (`lib/ml/tape/tape.ts`); nudging each leaf, which knows nothing of a tape, says what they ought to be.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { ScalarOp, ScalarStep } from '@/lib/ml/tape/scalar-program';
import { type ExpressionProblem, LIMITS, readExpression } from './expression';
import { differentiate, type LeafReport, type Pass } from './gradients';
import { type Layout, layOut } from './layout';
import { presetNames, presets } from './presets';

export const GOAL = { zero: 0.005, path: 1, reported: 1 } as const;
/** Every node of two passes. */
const MOST_STEPS = 2 * (LIMITS.nodes + LIMITS.leaves);

export const params = {
  preset: { kind: 'choice', options: [...presetNames, 'own'], default: 'diamond' },
  expression: { kind: 'text', maxLength: 160, default: 'h = tanh(a*b); L = h*h + a' },
  leaves: { kind: 'vector', min: -10, max: 10, step: 0.1, default: [-2, 3, 1, 1, 1, 1] },
  detach: { kind: 'text', maxLength: 12, default: '' },
  twice: { kind: 'toggle', default: false },
  pin: { kind: 'text', maxLength: 12, default: 'a' },
  step: { kind: 'number', min: 0, max: MOST_STEPS, step: 1, default: MOST_STEPS },
} as const;

export type GraphNode = {
  readonly name: string;
  readonly op: ScalarOp | 'leaf';
  readonly value: number;
  /** What backward has given it so far; null before its turn. */
  readonly gradient: number | null;
  readonly truth: number;
};
export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly local: number;
  /** What has come back over it so far in this pass; null before. */
  readonly share: number | null;
  /** Starts at the detached node: nothing will ever come. */
  readonly cut: boolean;
};

export type Problem = ExpressionProblem | { readonly kind: 'wild'; readonly at: string };

export type Graph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly layout: Layout;
  readonly output: string;
  readonly detached: string | null;
  readonly leaves: readonly LeafReport[];
  readonly pinned: LeafReport;
  readonly step: number;
  readonly last: number;
  /** The node whose turn it was last. */
  readonly active: ScalarStep | null;
};
export type Result = { readonly graph: Graph } | { readonly problem: Problem };

function run(values: ParamValues<typeof params>): Result {
  const expression = readExpression(values.preset === 'own' ? values.expression : presets[values.preset].text);
  if ('kind' in expression) return { problem: expression };
  const { program, output } = expression;
  const inner = program.map(([name]) => name).filter((name) => name !== output);
  const detached = inner.find((name) => name === values.detach) ?? null;
  const cut = new Set(detached === null ? [] : [detached]);
  const pass = differentiate(expression, { leaves: values.leaves, detached: cut, passes: values.twice ? 2 : 1 });
  if (typeof pass === 'string') return { problem: { kind: 'wild', at: pass } };

  const count = pass.steps.length;
  const last = values.twice ? 2 * count : count;
  const step = Math.min(values.step, last);
  const truths = new Map(pass.whole.map(({ node, upstream }) => [node, upstream]));
  const names = [...expression.leaves, ...program.map(([name]) => name)];
  const ops = new Map(program.map(([name, op]) => [name, op]));
  const links = program.flatMap(([to, , ...args]) =>
    args.flatMap((from, slot) => (typeof from === 'string' ? [{ from, to, slot }] : [])),
  );
  const done = doneSoFar(pass, step, count);
  const locals = new Map(
    pass.whole.flatMap(({ node, edges }) => edges.map((edge) => [`${node}:${edge.slot}`, edge.local])),
  );
  const reports = pass.leaves;
  const pinned = reports.find(({ name }) => name === values.pin) ?? reports[0];
  if (!pinned) return { problem: { kind: 'constant', at: output } };
  return {
    graph: {
      nodes: names.map((name) => ({
        name,
        op: ops.get(name) ?? 'leaf',
        value: pass.values[name] ?? 0,
        gradient: done.gradients.get(name) ?? null,
        truth: truths.get(name) ?? 0,
      })),
      edges: links.map(({ from, to, slot }) => ({
        from,
        to,
        local: locals.get(`${to}:${slot}`) ?? 0,
        share: done.shares.get(`${to}:${slot}`) ?? null,
        cut: from === detached,
      })),
      layout: layOut(names, links),
      output,
      detached,
      leaves: reports,
      pinned,
      step,
      last,
      active: step === 0 ? null : (pass.steps[(step - 1) % count] ?? null),
    },
  };
}

/** What stands on nodes and edges after `step` steps: leaves keep what they had, everything else starts each pass afresh. */
function doneSoFar({ steps, leaves }: Pass, step: number, count: number) {
  const gradients = new Map<string, number>();
  const shares = new Map<string, number>();
  const isLeaf = new Set(leaves.map(({ name }) => name));
  for (let i = 0; i < step; i += 1) {
    if (i === count) {
      shares.clear();
      for (const name of gradients.keys()) if (!isLeaf.has(name)) gradients.delete(name);
    }
    const one = steps[i % count];
    if (!one) continue;
    const before = isLeaf.has(one.node) ? (gradients.get(one.node) ?? 0) : 0;
    gradients.set(one.node, before + one.upstream);
    for (const { slot, share } of one.edges) shares.set(`${one.node}:${slot}`, share);
  }
  return { gradients, shares };
}

/** How near one leaf is: two strong paths, that cancel, while backward reports something else. */
function progressOf({ truth, reported, paths }: LeafReport): number {
  const strong = paths.filter(({ product }) => Math.abs(product) >= GOAL.path);
  if (strong.length < 2) return 0.1;
  const largest = Math.max(...strong.map(({ product }) => Math.abs(product)));
  if (Math.abs(truth) > GOAL.zero) return 0.1 + 0.55 * Math.max(0, 1 - Math.abs(truth) / largest);
  return Math.abs(reported) >= GOAL.reported ? 1 : 0.7;
}

export const core = defineCore({
  id: 'autograd-graph',
  params,
  run,
  goal(result) {
    if ('problem' in result) return { met: false, progress: 0 };
    const progress = Math.max(...result.graph.leaves.map(progressOf));
    return { met: progress === 1, progress };
  },
  solution: { preset: 'diamond', leaves: [-2, 4, 1, 1, 1, 1], detach: 'd', twice: false, pin: 'a' },
  predict() {
    const expression = readExpression(presets.diamond.text);
    if ('kind' in expression) return 'both';
    const pass = differentiate(expression, { leaves: presets.diamond.leaves, detached: new Set(['d']), passes: 1 });
    const report = typeof pass === 'string' ? undefined : pass.leaves[0];
    if (!report) return 'both';
    return report.reported === 0 ? 'none' : report.reported === report.truth ? 'both' : 'one';
  },
  table(result) {
    const columns = ['node', 'op', 'value', 'gradient', 'truth'];
    if ('problem' in result) return { columns, rows: [] };
    return {
      columns,
      rows: result.graph.nodes.map(({ name, op, value, gradient, truth }) => [name, op, value, gradient ?? '–', truth]),
    };
  },
  play: { param: 'step', last: (result) => ('graph' in result ? result.graph.last : 1) },
});
