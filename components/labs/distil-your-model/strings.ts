import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatInteger, formatPercent } from '@/lib/format-number';
import { GOAL, type params, type Result } from './core';
import { STEPS } from './school';

type Strings = LabStrings<typeof params, Result> & {
  readonly foreign: string;
  readonly hopeless: string;
  readonly gapTitle: string;
  readonly closed: (share: string) => string;
  readonly lost: (share: string) => string;
  readonly teacher: string;
  readonly alone: string;
  readonly taught: string;
  readonly goalLine: string;
  readonly curveTitle: string;
  readonly steps: string;
  readonly empty: string;
  readonly stopped: (alone: number, taught: number) => string;
  readonly note: string;
  readonly studentName: string;
};

const counts = (values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [value, formatInteger(Number(value))]));
const own = counts(['100', '200', '1000', '10000']);
const written = counts(['0', '200', '1000', '4000']);

const en: Strings = {
  params: {
    temperature: 'Temperature T',
    alpha: 'Weight of the teacher α',
    written: 'Names the teacher writes',
    own: 'Names the student has',
    seed: 'Seed',
  },
  options: { written, own },
  columns: { step: 'Step', alone: 'Alone', taught: 'With teacher' },
  work: () => `Train the student alone and with its teacher: ${formatInteger(STEPS)} steps each, about 5 s`,
  summary: ({ usable, alone, taught, teacherLoss, closed, hopeless, teacherParameters, studentParameters }) => {
    if (!usable) return en.foreign;
    const sizes = `The teacher has ${formatInteger(teacherParameters)} parameters, the student ${formatInteger(studentParameters)}.`;
    if (hopeless) return `${sizes} ${en.hopeless}`;
    if (closed === null || teacherLoss === null || !alone || !taught) return `${sizes} ${en.empty}.`;
    const losses = `Loss of the student alone ${formatFixed(alone.loss ?? 0, 2)}, with its teacher ${formatFixed(taught.loss ?? 0, 2)}, of the teacher ${formatFixed(teacherLoss, 2)}.`;
    const verdict =
      closed < 0
        ? `Teaching did harm: the gap is ${formatShare(-closed)} wider.`
        : `Teaching closed ${formatShare(closed)} of the gap.`;
    return `${sizes} ${losses} ${verdict}`;
  },
  foreign: 'This model reads other tokens than letters, so it cannot teach these names. Choose another model.',
  hopeless:
    'This teacher is no better than the student alone, so it has nothing to teach. Train it longer, or choose another model.',
  gapTitle: 'From the student alone to its teacher',
  closed: (share) => `${share} closed`,
  lost: (share) => `${share} wider`,
  teacher: 'teacher',
  alone: 'alone',
  taught: 'with teacher',
  goalLine: `goal ${formatPercent(GOAL.closed)}`,
  curveTitle: 'Validation loss while they learn',
  steps: `${formatInteger(STEPS)} steps`,
  empty: 'Not trained yet',
  stopped: (alone, taught) =>
    `Best look of the student alone: step ${formatInteger(alone)}; with its teacher: step ${formatInteger(taught)}. These weights are the ones compared, so nobody loses for having trained too long.`,
  note: 'Losses in nats per token. The curves use 120 validation names; the gap is measured on 500 others.',
  studentName: 'Student',
};

const zh: Strings = {
  params: {
    temperature: '温度 T',
    alpha: '老师的权重 α',
    written: '老师写给学生的名字',
    own: '学生自己的名字',
    seed: '随机种子',
  },
  options: { written, own },
  columns: { step: '步', alone: '独自学习', taught: '跟老师学' },
  work: () => `学生独自学一遍，再跟老师学一遍：各 ${formatInteger(STEPS)} 步，约 5 秒`,
  summary: ({ usable, alone, taught, teacherLoss, closed, hopeless, teacherParameters, studentParameters }) => {
    if (!usable) return zh.foreign;
    const sizes = `老师有 ${formatInteger(teacherParameters)} 个参数，学生有 ${formatInteger(studentParameters)} 个。`;
    if (hopeless) return `${sizes}${zh.hopeless}`;
    if (closed === null || teacherLoss === null || !alone || !taught) return `${sizes}${zh.empty}。`;
    const losses = `损失：学生独自学习 ${formatFixed(alone.loss ?? 0, 2)}，跟老师学 ${formatFixed(taught.loss ?? 0, 2)}，老师自己 ${formatFixed(teacherLoss, 2)}。`;
    const verdict =
      closed < 0 ? `老师帮了倒忙：差距拉大了 ${formatShare(-closed)}。` : `老师补上了差距的 ${formatShare(closed)}。`;
    return `${sizes}${losses}${verdict}`;
  },
  foreign: '这个模型的 token 不是字母，教不了这些名字。请换一个模型。',
  hopeless: '这个老师并不比独自学习的学生强，没有什么可教。把它多训练一会儿，或者换一个模型。',
  gapTitle: '从独自学习的学生到老师',
  closed: (share) => `补上 ${share}`,
  lost: (share) => `拉大 ${share}`,
  teacher: '老师',
  alone: '独自学习',
  taught: '跟老师学',
  goalLine: `目标 ${formatPercent(GOAL.closed)}`,
  curveTitle: '学习过程中的验证损失',
  steps: `${formatInteger(STEPS)} 步`,
  empty: '还没有训练',
  stopped: (alone, taught) =>
    `验证损失最低的一次：独自学习在第 ${formatInteger(alone)} 步，跟老师学在第 ${formatInteger(taught)} 步。比较的就是那时的权重，谁也不会因为训练过头而吃亏。`,
  note: '损失单位是 nat/token。曲线用 120 个验证名字，差距在另外 500 个上测量。',
  studentName: '学生',
};

/** One decimal, so that 24.96% does not read as the goal of 25%. */
export function formatShare(share: number): string {
  return `${formatFixed(share * 100, 1)}%`;
}

export const strings = { en, zh };
export type DistilStrings = Strings;
