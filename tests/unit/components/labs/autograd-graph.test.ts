import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { core, type Graph, params } from '@/components/labs/autograd-graph/core';
import { type Expression, LIMITS, readExpression } from '@/components/labs/autograd-graph/expression';
import { layOut } from '@/components/labs/autograd-graph/layout';
import { presetNames, presets } from '@/components/labs/autograd-graph/presets';
import { completeValues } from '@/lib/labs/params';
import { gradientsOf, runProgram } from '@/lib/ml/tape/scalar-program';
import { backward } from '@/lib/ml/tape/tape';
import { item } from '@/lib/ml/tape/tensor';
import reference from '@/tests/fixtures/reference/autograd.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const graphAt = (change: Readonly<Record<string, unknown>>): Graph => {
  const { result } = at(change);
  return 'graph' in result ? result.graph : expect.fail(JSON.stringify(result.problem));
};
const leavesOf = (graph: Graph) => Object.fromEntries(graph.leaves.map((leaf) => [leaf.name, leaf]));
const read = (text: string): Expression => {
  const read = readExpression(text);
  return 'kind' in read ? expect.fail(`${read.kind} ${read.at}`) : read;
};
const ofPreset = (preset: keyof typeof presets) => ({ preset, leaves: presets[preset].leaves });

/** What an expression and its gradients are worth, through the parser and the tape. */
function evaluate(text: string, leaves: Readonly<Record<string, number>>) {
  const { program, output } = read(text);
  const graph = runProgram(program, leaves, output);
  backward(graph.output);
  return { value: item(graph.output), gradients: gradientsOf(graph) };
}

describe('expressions', () => {
  test('the micrograd README, typed in, gives the published numbers', () => {
    const text =
      'c=a+b; d=a*b+b**3; c1=c+c+1; c2=c1+1+c1+(-a); d1=d+d*2+relu(b+a); d2=d1+3*d1+relu(b-a); e=c2-d2; f=e**2; g=f/2+10/f';
    expect('kind' in readExpression(text) && readExpression(text)).toEqual({ kind: 'nodes', at: '' });
    // Too large to draw; its last lines, from the published value of e, give the published g and the published slope.
    const { value, gradients } = evaluate('f = e**2; g = f/2 + 10/f', { e: -7 });
    expect(value).toBeCloseTo(24.7041, 4);
    const { expected } = reference.cases.find(({ name }) => name === 'scalar/micrograd-readme') ?? expect.fail();
    const slopes = expected.allGrads as unknown as Record<string, number>;
    expect(gradients.e).toBeCloseTo(slopes.e ?? Number.NaN, 12);
    expect(gradients.f).toBeCloseTo(slopes.f ?? Number.NaN, 12);
  });

  const typed: Record<string, string> = {
    'scalar/micrograd-sanity-check': 'z=2*x+2+x; q=relu(z)+z*x; h=relu(z*z); y=h+q+q*x',
    'scalar/tanh-neuron': 'o = tanh(x1*w1 + x2*w2 + b)',
    'scalar/tanh-from-exp': 'e=exp(2*n); o=(e-1)/(e+1)',
    'scalar/same-node-twice': 'L = a*b + a',
    'scalar/add-to-itself': 'b = a + a',
    'scalar/diamond': 'd=a*b; e=a+b; f=d*e',
    'scalar/logistic-loss': 'L = -log(sigmoid(w*x+b))',
    'scalar/repeated-squaring-chain': 'y = ((x^2)^2)^2',
    'scalar/dead-relu-has-zero-gradient': 'y = relu(w*x) + x',
  };
  test.each(Object.entries(typed))('%s, typed in, agrees with torch', (name, text) => {
    const one = reference.cases.find((other) => other.name === name) ?? expect.fail(name);
    const leaves = one.input.leaves as unknown as Record<string, number>;
    const { value, gradients } = evaluate(text, leaves);
    expect(value).toBeCloseTo(one.expected.value as number, 10);
    for (const [leaf, slope] of Object.entries(one.expected.leafGrads as unknown as Record<string, number>)) {
      expect(gradients[leaf], leaf).toBeCloseTo(slope, 10);
    }
  });

  test('signs, powers and brackets bind as in Python', () => {
    const value = (text: string, x: number) => evaluate(text, { x }).value;
    expect(value('-x^2', 3)).toBe(-9);
    expect(value('x - 2 - 3', 10)).toBe(5);
    expect(value('x / 2 / 5', 10)).toBe(1);
    expect(value('x^2^3', 2)).toBe(256);
    expect(value('x^-1', 4)).toBe(0.25);
    expect(value('2*(x + 1)*3', 1)).toBe(12);
    expect(value('x*(1 + 2)\n', 2)).toBe(6);
  });

  test('an operation takes the name it is assigned to, others are numbered in a row', () => {
    expect(read('d = a*b + 1; t1 = d*d; L = t1 + a*2').program).toEqual([
      ['t2', 'mul', 'a', 'b'],
      ['d', 'add', 't2', 1],
      ['t1', 'mul', 'd', 'd'],
      ['t3', 'mul', 'a', 2],
      ['L', 'add', 't1', 't3'],
    ]);
    expect(read('d = a*b; L = d').output).toBe('d');
  });

  test('whatever is wrong is named', () => {
    const kinds: Record<string, string> = {
      '': 'empty',
      ' ; ;': 'empty',
      'a +': 'end',
      'learning_rate * a': 'name',
      '(a': 'end',
      'sinh(a)': 'function',
      'valueOf(a)': 'function',
      'a^b': 'exponent',
      'd = a*b; d = d + 1': 'assigned',
      'e = a + d; d = 2*a': 'assigned',
      a: 'constant',
      'L = 2 + 3': 'constant',
      'a*b*c*d*e*f*g': 'leaves',
      [Array.from({ length: 22 }, () => 'a').join('+')]: 'nodes',
    };
    for (const text of ['a + * b', 'a $ b', 'a)', 'a b']) kinds[text] = 'unexpected';
    for (const [text, kind] of Object.entries(kinds)) {
      const problem = readExpression(text);
      expect('kind' in problem ? problem.kind : 'none', text).toBe(kind);
    }
  });

  test('any text gives a program within the limits or a problem, and never throws', () => {
    const pieces = fc.constantFrom(
      'a',
      'b',
      'x1',
      '2',
      '.5',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      '=',
      ';',
      'exp(',
      'tanh(',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (text) => {
          const expression = readExpression(text);
          if ('kind' in expression) return;
          expect(expression.program.length).toBeLessThanOrEqual(LIMITS.nodes);
          expect(expression.leaves.length).toBeLessThanOrEqual(LIMITS.leaves);
          const names = expression.program.map(([name]) => name);
          expect(new Set(names).size).toBe(names.length);
          runProgram(
            expression.program,
            Object.fromEntries(expression.leaves.map((leaf) => [leaf, 1])),
            expression.output,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('the diamond has the values, gradients and paths of the reference', () => {
  const graph = graphAt({});
  const { expected } = reference.cases.find(({ name }) => name === 'scalar/diamond') ?? expect.fail();
  const { a, b } = leavesOf(graph);
  expect([a?.truth, b?.truth]).toEqual([expected.leafGrads?.a, expected.leafGrads?.b]);
  expect(a?.paths.map(({ nodes, product }) => [nodes.join(), product]).sort()).toEqual([
    ['a,d,L', 3],
    ['a,e,L', -6],
  ]);
});

test('along every expression the paths add up to the gradient, and nudging agrees', () => {
  const value = fc.double({ min: 0.3, max: 2, noNaN: true });
  const text = fc.constantFrom(
    // The micrograd expression has a pole where e = 0; its values are compared with torch above.
    ...presetNames.filter((name) => name !== 'micrograd').map((name) => presets[name].text),
    'L = exp(a*b)/(1 + a^2) - sqrt(b)*log(a)',
    's = sigmoid(a - b); L = s*s + sin(s)*a',
  );
  fc.assert(
    fc.property(text, fc.array(value, { minLength: 6, maxLength: 6 }), (expression, leaves) => {
      const graph = graphAt({ preset: 'own', expression, leaves });
      for (const { truth, reported, nudged, paths, pathCount } of graph.leaves) {
        expect(pathCount).toBe(paths.length);
        const sum = paths.reduce((total, { product }) => total + product, 0);
        const scale = Math.max(1, ...paths.map(({ product }) => Math.abs(product)));
        expect(Math.abs(sum - truth)).toBeLessThan(1e-9 * scale);
        expect(reported).toBe(truth);
        expect(Math.abs((nudged ?? Number.NaN) - truth)).toBeLessThan(1e-4 * scale);
      }
    }),
    { numRuns: 60 },
  );
});

test('without zeroing, a second pass doubles every leaf and no inner node', () => {
  for (const preset of presetNames) {
    const [once, twice] = [graphAt(ofPreset(preset)), graphAt({ ...ofPreset(preset), twice: true })];
    for (const { name, reported } of twice.leaves) expect(reported).toBe(2 * (leavesOf(once)[name]?.reported ?? 0));
    for (const { name, op, gradient } of twice.nodes) {
      const before = once.nodes.find((node) => node.name === name)?.gradient;
      expect(gradient, name).toBe(op === 'leaf' ? 2 * (before ?? 0) : before);
    }
  }
});

test('detaching cuts exactly the paths through the node', () => {
  for (const preset of presetNames) {
    const whole = graphAt(ofPreset(preset));
    for (const { name: detach, op } of whole.nodes) {
      if (op === 'leaf' || detach === whole.output) continue;
      for (const { paths, reported, truth, name } of graphAt({ ...ofPreset(preset), detach }).leaves) {
        const open = paths.filter(({ cut }) => !cut).reduce((sum, { product }) => sum + product, 0);
        expect(reported, `${preset}: ${name} without ${detach}`).toBeCloseTo(open, 10);
        expect(truth).toBe(leavesOf(whole)[name]?.truth);
      }
    }
  }
});

test('stepping shows upstream gradients as they arrive, and ends with what the leaves hold', () => {
  const values = { ...ofPreset('residual'), twice: true };
  const { last, leaves } = graphAt(values);
  for (let step = 0; step <= last; step += 1) {
    const graph = graphAt({ ...values, step });
    expect(graph.active === null).toBe(step === 0);
    for (const edge of graph.edges) {
      const upstream = graph.nodes.find(({ name }) => name === edge.to)?.gradient;
      if (edge.share !== null) expect(edge.share).toBeCloseTo(edge.local * (upstream ?? Number.NaN), 10);
    }
  }
  const end = graphAt({ ...values, step: last });
  for (const { name, reported } of leaves)
    expect(end.nodes.find((node) => node.name === name)?.gradient).toBe(reported);
});

test('the goal is open at the start and met by the solution', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
});

test('no single control meets the goal from the start', () => {
  const { min, max } = params.leaves;
  for (let value = min; value <= max; value += 0.1) {
    expect(at({ leaves: [value, 3] }).goal.met, `a = ${value}`).toBe(false);
    expect(at({ leaves: [-2, value] }).goal.met, `b = ${value}`).toBe(false);
  }
  for (const detach of ['d', 'e']) expect(at({ detach }).goal.met).toBe(false);
  expect(at({ twice: true }).goal.met).toBe(false);
});

test('doubling a gradient of 0 gives 0: forgetting to zero does not meet the goal', () => {
  const { goal, result } = at({ leaves: [-2, 4], twice: true });
  expect('graph' in result && leavesOf(result.graph).a?.reported).toBe(0);
  expect(goal.met).toBe(false);
  expect(at({ leaves: [-2, 4], detach: 'e' }).goal.met).toBe(true);
});

test('an own expression may meet the goal: a straight-through estimator does', () => {
  const own = {
    preset: 'own',
    expression: 'r = sin(a)*3 - a*3; y = a*3 + r; L = y*1',
    leaves: [Math.round(5 * Math.PI) / 10],
  };
  expect(at(own).goal.met).toBe(false);
  const slope = graphAt({ ...own, detach: 'r' }).leaves[0];
  expect(slope?.reported).toBeCloseTo(3, 10);
});

test('a division by zero is explained, not drawn', () => {
  const { result, goal } = at({ preset: 'own', expression: 'L = a/b', leaves: [1, 0] });
  expect(result).toEqual({ problem: { kind: 'wild', at: 'L' } });
  expect(goal).toEqual({ met: false, progress: 0 });
  expect(at({ preset: 'own', expression: 'L = sqrt(a) + b', leaves: [0, 1] }).result).toMatchObject({
    problem: { kind: 'wild' },
  });
});

test('edges of the picture run downward, row by row, and no two nodes share a place', () => {
  for (const preset of presetNames) {
    const { program, leaves } = read(presets[preset].text);
    const names = [...leaves, ...program.map(([name]) => name)];
    const links = program.flatMap(([to, , ...args]) =>
      args.flatMap((from) => (typeof from === 'string' ? [{ from, to }] : [])),
    );
    const { nodes, routes } = layOut(names, links);
    for (const route of routes) {
      for (const [i, place] of route.entries()) if (i > 0) expect(place.row).toBe((route[i - 1]?.row ?? 0) + 1);
    }
    const places = Object.values(nodes).map(({ x, row }) => `${row}:${x.toFixed(3)}`);
    expect(new Set(places).size).toBe(places.length);
  }
});

test('the predicted answer is what the tape reports', () => {
  expect(leavesOf(graphAt({ detach: 'd' })).a?.reported).toBe(-6);
  expect(core.predict()).toBe('one');
});

describe('the network that the lesson works by hand', () => {
  const weights = { w1: 1.5, x: 2, w2: -1, v1: 2, v2: 3, t: 4 };
  const network = (change: Partial<typeof weights>) => evaluate(presets.network.text, { ...weights, ...change });

  test('has the gradients of its steps', () => {
    const { value, gradients } = network({});
    expect(value).toBe(4);
    expect(gradients).toMatchObject({ y: 4, h1: 8, h2: 12, w1: 16, w2: 0, v1: 12, v2: 0, x: 12 });
    expect(presets.network.leaves).toEqual(read(presets.network.text).leaves.map((leaf) => weights[leaf as 'w1']));
  });

  test('falls to 3.611 after a small step, and dies of a large one', () => {
    expect(network({ w1: 1.5 - 0.016, v1: 2 - 0.012 }).value).toBeCloseTo(3.611, 3);
    const { value, gradients } = network({ w1: 1.5 - 1.6, v1: 2 - 1.2 });
    expect(value).toBe(16);
    for (const weight of ['w1', 'w2', 'v1', 'v2']) expect(gradients[weight]).toBeCloseTo(0, 12);
  });

  test('wakes its second unit for the input -2', () => {
    expect(network({ x: -2 }).gradients.w2).toBe(-24);
  });

  test('would have a gradient of 0 at w2 for the target 9 as well, although w2 = 0.5 is better', () => {
    const { value, gradients } = network({ t: 9 });
    expect(value).toBe(9);
    expect(gradients.w2).toBeCloseTo(0, 12);
    expect(network({ t: 9, w2: 0.5 }).value).toBe(0);
  });

  test('can solve the puzzle of the lab: both routes of x cancel, and cutting one leaves the other', () => {
    const leaves = [1.5, 2, 1, 2, -3, 4];
    expect(at({ preset: 'network', leaves }).goal.met).toBe(false);
    expect(leavesOf(graphAt({ preset: 'network', leaves })).x?.truth).toBe(0);
    expect(at({ preset: 'network', leaves, detach: 'h1' }).goal.met).toBe(true);
  });

  test('the check with two routes has slope 37', () => {
    expect(evaluate('u = 3*w; L = u^2 + w', { w: 2 }).gradients.w).toBe(37);
  });
});

describe('the tables of slopes in the lesson', () => {
  test.each([
    [0.1, 9.61, 0.61, 6.1],
    [0.01, 9.0601, 0.0601, 6.01],
    [0.001, 9.006001, 0.006001, 6.001],
  ])('a push of %d moves the square of 3', (push, value, moved, rate) => {
    const [before, after] = [3, 3 + push].map((w) => evaluate('f = w^2', { w }).value);
    expect(after).toBeCloseTo(value, 9);
    expect((after ?? 0) - (before ?? 0)).toBeCloseTo(moved, 9);
    expect(((after ?? 0) - (before ?? 0)) / push).toBeCloseTo(rate, 9);
    expect(evaluate('f = w^2', { w: 3 }).gradients.w).toBe(6);
  });

  test('adding, multiplying, squaring and ReLU have the rates it lists', () => {
    expect(evaluate('L = a + b', { a: 5, b: 7 }).gradients).toMatchObject({ a: 1, b: 1 });
    expect(evaluate('L = a*b', { a: 5, b: 7 }).gradients).toMatchObject({ a: 7, b: 5 });
    expect(evaluate('L = a^2', { a: 5 }).gradients.a).toBe(10);
    expect(evaluate('L = relu(a)', { a: 5 }).gradients.a).toBe(1);
    expect(evaluate('L = relu(a)', { a: -5 }).gradients.a).toBe(0);
  });
});
