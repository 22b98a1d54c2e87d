/**
 * Paint who may read whom, see what that mask can be trained to do. Three jobs are tried on every mask:
 * - next: predict token i + 1 from row i, as GPT does; spoiled where row i already knows token i + 1 or anything later.
 * - blank: hide one token and fill it in from the others, as BERT does (the input is hidden, so nothing leaks).
 * - answer: read the source wholly, then write the target token by token, as T5 and prefix LMs do.
 * Sources: Raffel 2020 (arXiv 1910.10683), §3.2.1, figures 3 and 4; Devlin 2018 (1810.04805), §3.1, "indirectly see itself".
 *
 * Goal: the third job. Every source token reads the whole source, every target row the source and its own past, directly;
 * and no row learns anything later, even through the deepest stack. Only a prefix mask does it.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { count, type Kind, masks, nameMask, reads, SOURCE, spread, TOKENS } from './mask';

/** Information needs at most five steps between six tokens; one more changes nothing. */
export const DEEPEST = 6;

export const params = {
  rows: { kind: 'vector', min: 0, max: 2 ** TOKENS - 1, step: 1, default: masks.causal },
  layers: { kind: 'number', min: 0, max: DEEPEST, step: 1, default: 1 },
  /** Row whose knowledge is written out, 1 to 6. */
  row: { kind: 'number', min: 1, max: TOKENS, step: 1, default: 2 },
} as const;

export type Values = ParamValues<typeof params>;
export type Result = {
  readonly kind: Kind;
  /** What each row may read, and what it knows after the layers, as bit sets. */
  readonly mask: readonly number[];
  readonly know: readonly number[];
  /** Rows 1 to 5 that already know the token they have to predict. */
  readonly leaks: readonly number[];
  /** Rows that know a token which would not be written yet. */
  readonly early: readonly number[];
  /** Rows that may read nothing at all. */
  readonly empty: readonly number[];
  /** How many of the five other tokens each row knows when its own is hidden. */
  readonly context: readonly number[];
  readonly answer: {
    /** Source rows that read the whole source; target rows that read the source and their own past. */
    readonly source: number;
    readonly target: number;
    /** Rows that know something later: source rows of the target, target rows of their future. */
    readonly early: number;
  };
  /** The same three numbers at the depths that decide the goal. */
  readonly deep: { readonly source: number; readonly target: number; readonly early: number };
};

const rowsOf = Array.from({ length: TOKENS }, (_, i) => i);
const later = (know: number, after: number) => rowsOf.some((token) => token > after && reads(know, token));
const all = (know: number, tokens: number) => rowsOf.every((token) => token >= tokens || reads(know, token));

function judgeAnswer(near: readonly number[], far: readonly number[]): Result['answer'] {
  const good = (from: number, to: number) =>
    rowsOf.filter((i) => i >= from && i < to && all(near[i] ?? 0, Math.max(SOURCE, i + 1))).length;
  return {
    source: good(0, SOURCE),
    target: good(SOURCE, TOKENS),
    early: far.filter((know, i) => later(know, Math.max(SOURCE - 1, i))).length,
  };
}

function run({ rows, layers }: Values): Result {
  const know = spread(rows, layers);
  const predicting = rowsOf.slice(0, -1);
  return {
    kind: nameMask(rows),
    mask: rows,
    know,
    leaks: predicting.filter((i) => reads(know[i] ?? 0, i + 1)),
    early: rowsOf.filter((i) => later(know[i] ?? 0, i)),
    empty: rowsOf.filter((i) => (rows[i] ?? 0) === 0),
    context: know.map((bits) => count(bits) - 1),
    answer: judgeAnswer(know, know),
    deep: judgeAnswer(spread(rows, 1), spread(rows, DEEPEST)),
  };
}

export const core = defineCore({
  id: 'mask-painter',
  params,
  run,
  goal({ deep, empty }: Result) {
    const met = deep.source === SOURCE && deep.target === TOKENS - SOURCE && deep.early === 0 && empty.length === 0;
    const progress = (deep.source / SOURCE) * (deep.target / (TOKENS - SOURCE)) * (1 - deep.early / TOKENS);
    return { met, progress: met ? 1 : Math.min(0.99, progress) };
  },
  solution: { rows: masks.prefix },
  /** A causal mask, but row 2 may also read token 6: how many of five predictions can see their answer in a deep stack? */
  predict() {
    const rows = masks.causal.map((bits, i) => (i === 1 ? bits + 2 ** 5 : bits));
    const { leaks } = run({ rows, layers: DEEPEST, row: 2 });
    return leaks.length === 0 ? 'none' : leaks.length === 1 ? 'one' : 'four';
  },
  table({ mask, know }: Result) {
    const cells = (bits: number) => rowsOf.filter((token) => reads(bits, token)).map((token) => token + 1);
    const list = (bits: number) => cells(bits).join(' ') || '–';
    return {
      columns: ['row', 'reads', 'knows', 'causal', 'predicts', 'leak'],
      rows: rowsOf.map((i) => [
        i + 1,
        list(mask[i] ?? 0),
        list(know[i] ?? 0),
        list(masks.causal[i] ?? 0),
        i + 1 < TOKENS ? i + 2 : '–',
        i + 1 < TOKENS ? (reads(know[i] ?? 0, i + 1) ? '✗' : '✓') : '–',
      ]),
    };
  },
  play: { param: 'layers', last: () => DEEPEST },
});
