import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import { GOAL, type params, type Result, type Vector } from './core';

type Strings = LabStrings<typeof params, Result> & {
  readonly matrixLabel: string;
  readonly entry: (row: number, column: number) => string;
  readonly presets: string;
  readonly presetNames: Readonly<Record<PresetName, string>>;
  readonly inputTitle: string;
  readonly inputNote: string;
  readonly inputText: (x: Vector, angle: number) => string;
  readonly outputTitle: string;
  readonly outputNote: string;
  readonly outputText: (result: Result) => string;
  readonly turnHandle: (angle: number) => string;
  readonly columnHandle: (n: number, to: Vector) => string;
  readonly rows: string;
  readonly byColumns: string;
  readonly stretch: string;
  readonly stretchNote: string;
  readonly longest: string;
  readonly shortest: string;
  readonly area: string;
  readonly areaNote: string;
  readonly terms: string;
  readonly termsNote: string;
  readonly round: string;
  readonly flat: (rank: number) => string;
};

export const presets = {
  lesson: [3, 0, 4, 5],
  stretch: [4, 0, 0, 1],
  shear: [2, 2, 0, 2],
  turn: [1.6, -1.2, 1.2, 1.6],
  mirror: [0, 3, 3, 0],
} as const;
export type PresetName = keyof typeof presets;

const two = (value: number) => formatFixed(value, 2);
const pair = ([a, b]: Vector) => `[${two(a)}, ${two(b)}]`;

const en: Strings = {
  params: { matrix: 'Matrix A', angle: 'Direction of x (degrees)' },
  columns: { input: 'Input', x1: 'x₁', x2: 'x₂', y1: 'Ax, 1st', y2: 'Ax, 2nd', stretch: 'Length of Ax' },
  summary: ({ x, image, stretch, axes: [first, second], rank, round }) =>
    `x = ${pair(x)} goes to ${pair(image)}, which is ${two(stretch)} long. ` +
    (round
      ? `Every direction is stretched by ${two(first.sigma)}: the circle stays a circle.`
      : `Singular values ${two(first.sigma)} and ${two(second.sigma)}; rank ${rank}.`) +
    (second.sigma > GOAL.flat * first.sigma || first.sigma === 0 ? '' : ' The ellipse is flat: one direction is lost.'),
  matrixLabel: 'A =',
  entry: (row, column) => `A, row ${row}, column ${column}`,
  presets: 'Try',
  presetNames: { lesson: 'the lesson’s', stretch: 'stretch', shear: 'shear', turn: 'turn', mirror: 'mirror' },
  inputTitle: 'Input: arrows of length 1',
  inputNote:
    'Turn x by its tip, by arrow keys or by the slider. Dashed: v₁ and v₂, the inputs that land on the axes of the ellipse.',
  inputText: (x, angle) => `Unit circle with x at ${angle} degrees, ${pair(x)}.`,
  outputTitle: 'Output: what A makes of them',
  outputNote: 'Drag the columns a₁ and a₂. The circle becomes the ellipse; its half axes are σ₁u₁ and σ₂u₂.',
  outputText: ({ columns: [a, b], image, axes: [first, second] }) =>
    `Ellipse with half axes ${two(first.sigma)} and ${two(second.sigma)}; columns ${pair(a)} and ${pair(b)}; Ax at ${pair(image)}.`,
  turnHandle: (angle) => `Tip of x, ${angle} degrees`,
  columnHandle: (n, to) => `Tip of column ${n}, ${pair(to)}`,
  rows: 'by rows',
  byColumns: 'by columns',
  stretch: 'Length of Ax',
  stretchNote: 'x itself has length 1',
  longest: 'σ₁, longest half axis',
  shortest: 'σ₂, shortest half axis',
  area: 'Area factor',
  areaNote: 'σ₁ · σ₂, in textbooks |det A|',
  terms: 'A as a sum of columns times rows',
  termsNote: 'The first term is the best matrix of rank 1; the second is its error.',
  round: 'Both axes are equal, so any right-angled pair of directions would do.',
  flat: (rank) =>
    rank === 0 ? 'Rank 0: everything goes to zero.' : 'Rank 1: the columns are parallel and one direction is lost.',
};

const zh: Strings = {
  params: { matrix: '矩阵 A', angle: 'x 的方向（度）' },
  columns: { input: '输入', x1: 'x₁', x2: 'x₂', y1: 'Ax 第 1 个数', y2: 'Ax 第 2 个数', stretch: 'Ax 的长度' },
  summary: ({ x, image, stretch, axes: [first, second], rank, round }) =>
    `x = ${pair(x)} 被送到 ${pair(image)}，长度 ${two(stretch)}。` +
    (round
      ? `每个方向都拉伸 ${two(first.sigma)} 倍，圆还是圆。`
      : `奇异值 ${two(first.sigma)} 和 ${two(second.sigma)}，秩为 ${rank}。`) +
    (second.sigma > GOAL.flat * first.sigma || first.sigma === 0 ? '' : '椭圆已经压扁，有一个方向丢掉了。'),
  matrixLabel: 'A =',
  entry: (row, column) => `A 第 ${row} 行第 ${column} 列`,
  presets: '试试',
  presetNames: { lesson: '课文里的', stretch: '拉伸', shear: '剪切', turn: '旋转', mirror: '镜像' },
  inputTitle: '输入：长度为 1 的箭头',
  inputNote: '拖箭尖、按方向键或用滑块转动 x。虚线 v₁、v₂ 是正好落在椭圆两条轴上的输入。',
  inputText: (x, angle) => `单位圆，x 在 ${angle} 度，即 ${pair(x)}。`,
  outputTitle: '输出：A 把它们变成什么',
  outputNote: '可以拖动两列 a₁、a₂。圆变成椭圆，两条半轴是 σ₁u₁ 和 σ₂u₂。',
  outputText: ({ columns: [a, b], image, axes: [first, second] }) =>
    `椭圆，半轴长 ${two(first.sigma)} 和 ${two(second.sigma)}；两列为 ${pair(a)} 和 ${pair(b)}；Ax 在 ${pair(image)}。`,
  turnHandle: (angle) => `x 的箭尖，${angle} 度`,
  columnHandle: (n, to) => `第 ${n} 列的箭尖，${pair(to)}`,
  rows: '按行',
  byColumns: '按列',
  stretch: 'Ax 的长度',
  stretchNote: 'x 自己长度为 1',
  longest: 'σ₁，最长的半轴',
  shortest: 'σ₂，最短的半轴',
  area: '面积倍数',
  areaNote: 'σ₁ · σ₂，课本记作 |det A|',
  terms: 'A 等于若干“列乘行”之和',
  termsNote: '第一项是最好的秩 1 矩阵，第二项就是它的误差。',
  round: '两条轴一样长，任取一对互相垂直的方向都行。',
  flat: (rank) => (rank === 0 ? '秩 0：所有输入都变成零。' : '秩 1：两列平行，有一个方向丢掉了。'),
};

export const strings = { en, zh };
export type PlaygroundStrings = Strings;
