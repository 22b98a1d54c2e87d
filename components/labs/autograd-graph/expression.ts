/**
 * Reads `d = a*b; e = a + b; L = d*e` into a program of scalars. Names that are never assigned are leaves. Total: whatever is typed
 * gives a program or says what is wrong with it. Nothing is ever evaluated as code.
 *
 * lines = line (";" line)*      line = [name "="] sum      sum = product (("+" | "-") product)*
 * product = factor (("*" | "/") factor)*      factor = "-" factor | power      power = atom ["^" factor]
 * atom = number | name | function "(" sum ")" | "(" sum ")"
 */
import { type Program, runProgram, type ScalarArg, type ScalarOp, unaryOps } from '@/lib/ml/tape/scalar-program';
import { item } from '@/lib/ml/tape/tensor';

export const LIMITS = { nodes: 20, leaves: 6, name: 10 } as const;
export const functions = unaryOps.filter((op) => op !== 'neg');

export type ExpressionProblem = {
  readonly kind:
    | 'empty'
    | 'unexpected'
    | 'end'
    | 'function'
    | 'exponent'
    | 'name'
    | 'nodes'
    | 'leaves'
    | 'assigned'
    | 'constant';
  /** The piece of text at fault, if there is one. */
  readonly at: string;
};

export type Expression = {
  readonly program: Program;
  /** In order of appearance. */
  readonly leaves: readonly string[];
  readonly output: string;
};

class Fault extends Error {
  constructor(readonly problem: ExpressionProblem) {
    super(problem.kind);
  }
}

const fail = (kind: ExpressionProblem['kind'], at = ''): never => {
  throw new Fault({ kind, at });
};

export function readExpression(text: string): Expression | ExpressionProblem {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Fault) return error.problem;
    throw error;
  }
}

const tokenPattern = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|([A-Za-z][A-Za-z0-9_]*)|(\*\*|[-+*/^()=;])|(\S))/gy;

function tokensOf(text: string): string[] {
  return [...text.trim().replace(/\n/g, ';').matchAll(tokenPattern)].map(([, number, name = '', sign, stranger]) => {
    if (stranger !== undefined) return fail('unexpected', stranger);
    if (name.length > LIMITS.name) return fail('name', `${name.slice(0, LIMITS.name)}…`);
    return number ?? sign ?? name;
  });
}

const isName = (token: string | undefined): token is string => token !== undefined && /^[A-Za-z]/.test(token);

function read(text: string): Expression {
  const tokens = tokensOf(text);
  const named = new Set(tokens.filter(isName));
  const program: [string, ScalarOp, ...ScalarArg[]][] = [];
  const assigned = new Map<string, ScalarArg>();
  const leaves: string[] = [];
  let place = 0;
  let counter = 0;
  let last: ScalarArg | null = null;

  const take = () => tokens[place++] ?? fail('end');
  const skip = (...wanted: string[]): string | null => (wanted.includes(tokens[place] ?? '') ? take() : null);
  const expectSign = (sign: string) => {
    const token = take();
    if (token !== sign) fail('unexpected', token);
  };

  const emit = (op: ScalarOp, ...args: ScalarArg[]): ScalarArg => {
    if (args.every((arg) => typeof arg === 'number')) return item(runProgram([['x', op, ...args]], {}, 'x').output);
    if (program.length >= LIMITS.nodes) fail('nodes');
    do counter += 1;
    while (named.has(`t${counter}`));
    program.push([`t${counter}`, op, ...args]);
    return `t${counter}`;
  };
  const sum = (): ScalarArg => {
    let left = product();
    for (let sign = skip('+', '-'); sign; sign = skip('+', '-'))
      left = emit(sign === '+' ? 'add' : 'sub', left, product());
    return left;
  };
  const product = (): ScalarArg => {
    let left = factor();
    for (let sign = skip('*', '/'); sign; sign = skip('*', '/'))
      left = emit(sign === '*' ? 'mul' : 'div', left, factor());
    return left;
  };
  const factor = (): ScalarArg => (skip('-') ? emit('neg', factor()) : power());
  const power = (): ScalarArg => {
    const base = atom();
    const sign = skip('^', '**');
    if (!sign) return base;
    const exponent = factor();
    return typeof exponent === 'number' ? emit('pow', base, exponent) : fail('exponent', String(exponent));
  };
  const atom = (): ScalarArg => {
    const token = take();
    if (token === '(') return closed(sum());
    if (/^[\d.]/.test(token)) return Number(token);
    if (!isName(token)) return fail('unexpected', token);
    if (!skip('(')) return nameOf(token);
    const op = functions.find((one) => one === token) ?? fail('function', token);
    return emit(op, closed(sum()));
  };
  const closed = (inner: ScalarArg) => {
    expectSign(')');
    return inner;
  };
  const nameOf = (name: string): ScalarArg => {
    const known = assigned.get(name);
    if (known !== undefined) return known;
    if (!leaves.includes(name)) leaves.push(name);
    if (leaves.length > LIMITS.leaves) fail('leaves');
    return name;
  };
  const line = () => {
    const name = isName(tokens[place]) && tokens[place + 1] === '=' ? take() : null;
    if (name) expectSign('=');
    const value = sum();
    if (name) {
      if (assigned.has(name) || leaves.includes(name)) fail('assigned', name);
      const made = program.at(-1);
      // The operation just made takes the name, unless another line has named it already.
      if (made?.[0] === value && value === `t${counter}`) {
        made[0] = name;
        counter -= 1;
      }
      assigned.set(name, made?.[0] === name ? name : value);
    }
    last = name ? (assigned.get(name) ?? value) : value;
  };

  while (place < tokens.length) {
    if (skip(';')) continue;
    line();
    if (place < tokens.length) expectSign(';');
  }
  if (last === null) return fail('empty');
  const output = program.find(([name]) => name === last)?.[0] ?? fail('constant', String(last));
  return { program, leaves, output };
}
