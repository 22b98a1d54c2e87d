import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatInteger, formatPercent } from '@/lib/format-number';
import { GOAL, type params, type Result } from './core';
import { SIDE } from './pictures';

type Strings = LabStrings<typeof params, Result> & {
  readonly original: string;
  readonly rebuilt: (k: number) => string;
  readonly coarse: (blocks: number) => string;
  readonly numbers: (count: number) => string;
  readonly off: (error: number) => string;
  readonly negative: string;
  readonly nothing: string;
  readonly spectrum: string;
  readonly spectrumNote: string;
  readonly spectrumText: (result: Result, k: number) => string;
  readonly cut: (k: number) => string;
  readonly error: string;
  readonly limit: string;
  readonly stored: string;
  readonly ofAll: (count: number) => string;
  readonly energy: string;
  readonly rank: string;
};

const ALL = SIDE * SIDE;
/** Energies crowd near 100%, where whole per cents would hide what is missing. */
export const percent = (share: number) => `${formatFixed(100 * share, 1)}%`;

const en: Strings = {
  params: { picture: 'Picture', k: 'Terms kept, k', seed: 'Seed of the noise' },
  options: {
    picture: { balloon: 'balloon and hills', glyph: 'the character 中', diagonal: 'one diagonal', noise: 'noise' },
  },
  columns: {
    term: 'Term',
    sigma: 'Singular value',
    share: 'Share of energy',
    sum: 'Energy so far',
    error: 'Error so far',
    numbers: 'Numbers stored',
  },
  summary: ({ error, captured, numbers, coarseError, rank }, { k }) =>
    `${k} of ${SIDE} terms, ${formatInteger(numbers)} of ${formatInteger(ALL)} numbers, keep ${percent(captured)} of the energy; error ${formatPercent(error)}. Big pixels for as many numbers: error ${formatPercent(coarseError)}. The picture has rank ${rank}.`,
  original: 'The picture',
  rebuilt: (k) => (k === 0 ? 'No term' : k === 1 ? 'First term' : `First ${k} terms`),
  coarse: (blocks) => `Same budget: ${blocks} × ${blocks} pixels`,
  numbers: (count) => `${formatInteger(count)} numbers`,
  off: (error) => `error ${formatPercent(error)}`,
  negative: 'Orange: below 0, where the terms have overshot.',
  nothing: 'Nothing kept: the best matrix of rank 0 is all zeros.',
  spectrum: 'Singular values',
  spectrumNote: 'Filled: kept. Each bar is one column times one row.',
  spectrumText: ({ values }, k) =>
    `Singular values from ${(values[0] ?? 0).toFixed(2)} down to ${(values.at(-1) ?? 0).toFixed(2)}; the first ${k} are kept.`,
  cut: (k) => `k = ${k}`,
  error: 'Error ‖A − Aₖ‖ / ‖A‖',
  limit: `goal: at most ${formatPercent(GOAL.error)}`,
  stored: 'Numbers stored',
  ofAll: (count) => `${formatPercent(count / ALL)} of ${formatInteger(ALL)} pixels`,
  energy: 'Energy kept',
  rank: 'Rank of the picture',
};

const zh: Strings = {
  params: { picture: '图片', k: '保留的项数 k', seed: '噪声的随机种子' },
  options: { picture: { balloon: '热气球与山', glyph: '“中”字', diagonal: '一条斜线', noise: '噪声' } },
  columns: {
    term: '第几项',
    sigma: '奇异值',
    share: '能量占比',
    sum: '累计能量',
    error: '累计误差',
    numbers: '要存的数',
  },
  summary: ({ error, captured, numbers, coarseError, rank }, { k }) =>
    `保留 ${SIDE} 项中的 ${k} 项，存 ${formatInteger(numbers)} 个数（原图 ${formatInteger(ALL)} 个），留住能量的 ${percent(captured)}，误差 ${formatPercent(error)}。同样多的数拿来存大像素，误差是 ${formatPercent(coarseError)}。这张图的秩是 ${rank}。`,
  original: '原图',
  rebuilt: (k) => (k === 0 ? '一项不留' : k === 1 ? '第 1 项' : `前 ${k} 项`),
  coarse: (blocks) => `同样的预算：${blocks} × ${blocks} 像素`,
  numbers: (count) => `${formatInteger(count)} 个数`,
  off: (error) => `误差 ${formatPercent(error)}`,
  negative: '橙色：小于 0，几项叠加时冲过了头。',
  nothing: '什么都没留：最好的秩 0 矩阵就是全零。',
  spectrum: '奇异值',
  spectrumNote: '涂满的是保留的项，每一条都是“一列乘一行”。',
  spectrumText: ({ values }, k) =>
    `奇异值从 ${(values[0] ?? 0).toFixed(2)} 降到 ${(values.at(-1) ?? 0).toFixed(2)}，保留前 ${k} 个。`,
  cut: (k) => `k = ${k}`,
  error: '误差 ‖A − Aₖ‖ / ‖A‖',
  limit: `目标：不超过 ${formatPercent(GOAL.error)}`,
  stored: '要存的数',
  ofAll: (count) => `是 ${formatInteger(ALL)} 个像素的 ${formatPercent(count / ALL)}`,
  energy: '留住的能量',
  rank: '这张图的秩',
};

export const strings = { en, zh };
export type ImageStrings = Strings;
