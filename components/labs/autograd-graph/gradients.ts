/** The expression on the tape: what backward reports, what it should report, what nudging says, and every path in between. */

import { noGrad } from '@/lib/ml/tape/record';
import { gradientsOf, runProgram, type ScalarStep, traceBackward } from '@/lib/ml/tape/scalar-program';
import { item } from '@/lib/ml/tape/tensor';
import type { Expression } from './expression';

/** One way from a leaf to the output: the product of the local derivatives along it. */
export type Path = {
  readonly nodes: readonly string[];
  readonly factors: readonly number[];
  readonly product: number;
  readonly cut: boolean;
};

export type LeafReport = {
  readonly name: string;
  readonly value: number;
  /** What stands in `.grad` at the end. */
  readonly reported: number;
  /** The derivative: one pass, nothing detached. */
  readonly truth: number;
  /** (L(x + h) − L(x − h)) / 2h, or null where the expression has no value that near. */
  readonly nudged: number | null;
  /** At most `PATHS`, in the order of a depth-first walk. */
  readonly paths: readonly Path[];
  readonly pathCount: number;
};

export type Pass = {
  readonly values: Readonly<Record<string, number>>;
  /** One backward pass; the second of two equal ones is the same. */
  readonly steps: readonly ScalarStep[];
  /** The same with nothing detached. */
  readonly whole: readonly ScalarStep[];
  readonly leaves: readonly LeafReport[];
};

const PATHS = 12;
const NUDGE = 1e-4;
/** Beyond this a number says nothing in a picture, and may not survive being multiplied. */
const LARGEST = 1e9;

export type Settings = {
  readonly leaves: readonly number[];
  readonly detached: ReadonlySet<string>;
  readonly passes: 1 | 2;
};

/** The name of the first node whose value or slope is no usable number, or everything there is to know. */
export function differentiate(expression: Expression, { leaves, detached, passes }: Settings): Pass | string {
  const { program, output } = expression;
  const given = Object.fromEntries(expression.leaves.map((name, i) => [name, leaves[i] ?? 0]));
  const graph = runProgram(program, given, output, detached);
  const values = Object.fromEntries([...graph.nodes].map(([name, node]) => [name, item(node)]));
  const wild = Object.entries(values).find(([, value]) => !isUsable(value));
  if (wild) return wild[0];

  const steps = traceBackward(graph, program);
  if (passes === 2) traceBackward(graph, program);
  const reported = gradientsOf(graph);
  const whole = runProgram(program, given, output);
  const wholeSteps = traceBackward(whole, program);
  const truth = gradientsOf(whole);
  const steep = [...Object.entries(reported), ...Object.entries(truth)].find(([, value]) => !isUsable(value));
  if (steep) return steep[0];

  const nudge = (name: string) => {
    const at = (value: number) => item(noGrad(() => runProgram(program, { ...given, [name]: value }, output).output));
    const slope = (at((given[name] ?? 0) + NUDGE) - at((given[name] ?? 0) - NUDGE)) / (2 * NUDGE);
    return isUsable(slope) ? slope : null;
  };
  const reports = expression.leaves.map((name) => ({
    name,
    value: given[name] ?? 0,
    reported: reported[name] ?? 0,
    truth: truth[name] ?? 0,
    nudged: nudge(name),
    ...findPaths(name, output, wholeSteps, detached),
  }));
  return { values, steps, whole: wholeSteps, leaves: reports };
}

const isUsable = (value: number) => Math.abs(value) <= LARGEST;

function findPaths(
  leaf: string,
  output: string,
  steps: readonly ScalarStep[],
  detached: ReadonlySet<string>,
): { readonly paths: Path[]; readonly pathCount: number } {
  const users = new Map<string, { readonly node: string; readonly local: number }[]>();
  for (const { node, edges } of steps) {
    for (const { to, local } of edges) users.set(to, [...(users.get(to) ?? []), { node, local }]);
  }
  // Steps run from the output back, so that the count of every user is there before it is asked for.
  const counts = new Map<string, number>([[output, 1]]);
  for (const { node, edges } of steps) {
    for (const { to } of edges) counts.set(to, (counts.get(to) ?? 0) + (counts.get(node) ?? 0));
  }
  const paths: Path[] = [];
  const walk = (nodes: readonly string[], factors: readonly number[]) => {
    const at = nodes.at(-1) ?? leaf;
    if (paths.length >= PATHS) return;
    if (at === output) {
      const cut = nodes.some((name) => detached.has(name));
      paths.push({ nodes, factors, product: factors.reduce((product, factor) => product * factor, 1), cut });
      return;
    }
    for (const { node, local } of users.get(at) ?? []) walk([...nodes, node], [...factors, local]);
  };
  walk([leaf], []);
  return { paths, pathCount: counts.get(leaf) ?? 0 };
}
