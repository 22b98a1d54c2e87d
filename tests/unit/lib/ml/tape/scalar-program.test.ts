import { expect, test } from 'vitest';
import { gradientsOf, type Program, runProgram, traceBackward } from '@/lib/ml/tape/scalar-program';
import { backward } from '@/lib/ml/tape/tape';
import { item } from '@/lib/ml/tape/tensor';
import reference from '@/tests/fixtures/reference/autograd.json';
import { expectClose } from './compare';

type Case = {
  readonly name: string;
  readonly input: { readonly leaves: Record<string, number>; readonly program: Program; readonly output: string };
  readonly expected: {
    readonly value: number;
    readonly leafGrads: Record<string, number>;
    readonly allValues: Record<string, number>;
    readonly allGrads: Record<string, number>;
  };
};

const cases = (reference.cases as unknown as Case[]).filter(({ name }) => name.startsWith('scalar/'));
const tolerance = reference.tolerance.float64;

test('there are the 17 programs of the reference', () => {
  expect(cases).toHaveLength(17);
});

test.each(cases)('agrees with torch on every node: $name', ({ input, expected }) => {
  const graph = runProgram(input.program, input.leaves, input.output);
  for (const [name, want] of Object.entries(expected.allValues)) {
    expectClose(item(graph.nodes.get(name) ?? expect.fail(name)), want, tolerance, name);
  }
  traceBackward(graph, input.program);
  const gradients = gradientsOf(graph);
  for (const [name, want] of Object.entries(expected.allGrads))
    expectClose(gradients[name] ?? Number.NaN, want, tolerance, name);
  for (const [name, want] of Object.entries(expected.leafGrads))
    expectClose(gradients[name] ?? Number.NaN, want, tolerance, name);
});

test('gives the published values of the micrograd README', () => {
  const { input } = cases.find(({ name }) => name === 'scalar/micrograd-readme') ?? expect.fail();
  const graph = runProgram(input.program, input.leaves, input.output);
  backward(graph.output);
  const { a, b } = gradientsOf(graph);
  expect(item(graph.output)).toBeCloseTo(24.7041, 4);
  expect(a).toBeCloseTo(138.8338, 4);
  expect(b).toBeCloseTo(645.5773, 4);
});

test.each(cases)('each edge carries local derivative × upstream, and what arrives adds up: $name', ({ input }) => {
  const graph = runProgram(input.program, input.leaves, input.output);
  const arrived = new Map<string, number>([[input.output, 1]]);
  for (const { node, upstream, edges } of traceBackward(graph, input.program)) {
    expectClose(upstream, arrived.get(node) ?? 0, tolerance, node);
    for (const { to, local, share } of edges) {
      expectClose(share, local * upstream, tolerance, `${node} → ${to}`);
      arrived.set(to, (arrived.get(to) ?? 0) + share);
    }
  }
  for (const [name, gradient] of Object.entries(gradientsOf(graph))) {
    expectClose(arrived.get(name) ?? 0, gradient, tolerance, name);
  }
});

test('going backward twice doubles the gradients of leaves and only of leaves', () => {
  const program: Program = [
    ['d', 'mul', 'a', 'b'],
    ['e', 'add', 'a', 'b'],
    ['f', 'mul', 'd', 'e'],
  ];
  const graph = runProgram(program, { a: -2, b: 3 }, 'f');
  traceBackward(graph, program);
  traceBackward(graph, program);
  expect(gradientsOf(graph)).toEqual({ a: -6, b: -16, d: 1, e: -6, f: 1 });
});

test('a detached node keeps its value and passes nothing on', () => {
  const program: Program = [
    ['d', 'mul', 'a', 'b'],
    ['e', 'add', 'a', 'b'],
    ['f', 'mul', 'd', 'e'],
  ];
  const graph = runProgram(program, { a: -2, b: 3 }, 'f', new Set(['d']));
  expect(item(graph.output)).toBe(-6);
  traceBackward(graph, program);
  // Only the path over e is left: ∂f/∂e = d = −6.
  expect(gradientsOf(graph)).toEqual({ a: -6, b: -6, d: 0, e: -6, f: 1 });
});

test('says what is wrong with a program', () => {
  expect(() => runProgram([['y', 'add', 'x', 1]], {}, 'y')).toThrow('"x" is used before it has a value');
  expect(() => runProgram([['y', 'add', 'x']], { x: 1 }, 'y')).toThrow('add does not take');
  expect(() => runProgram([['y', 'exp', 'x', 2]], { x: 1 }, 'y')).toThrow('exp does not take');
  expect(() => runProgram([['y', 'pow', 'x', 'x']], { x: 1 }, 'y')).toThrow('pow does not take');
  expect(() => runProgram([['y', 'hasOwnProperty' as never, 'x', 'x']], { x: 1 }, 'y')).toThrow('no operation');
  expect(() => runProgram([], { x: 1 }, 'y')).toThrow('no "y"');
});
