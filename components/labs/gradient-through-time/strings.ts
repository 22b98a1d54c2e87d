import type { LabStrings } from '@/components/labs/frame/lab-types';
import { FACTOR, type Name, type params, type Result } from './core';
import { sizeText } from './size-text';

type Strings = LabStrings<typeof params, Result> & {
  readonly names: Readonly<Record<Name, string>>;
  readonly plotTitle: string;
  readonly plotNote: string;
  readonly band: string;
  readonly rounded: string;
  readonly lastStep: (length: number) => string;
  readonly fates: Readonly<Record<'arrives' | 'vanishes' | 'explodes', string>>;
  readonly oneFactor: string;
  readonly window: (spans: readonly string[]) => string;
};

/** Each reader's colour, shared by curve, name and control. */
export const tones: Readonly<Record<Name, string>> = {
  rnn: 'text-data-2',
  lstm: 'text-data-1',
  head: 'text-data-3',
};

const en: Strings = {
  params: {
    gain: 'Gain of the recurrent weights',
    forget: 'Bias of the forget gate',
    focus: 'Raise the score of step 1 by',
    length: 'Length of the sequence',
    pin: 'Step to read off',
    seed: 'Seed',
  },
  columns: {
    step: 'step',
    rnn: 'RNN',
    rnnBase: 'gain^(t−1)',
    lstm: 'LSTM',
    lstmBase: 'σ(bias)^(t−1)',
    head: 'attention',
    headBase: '1/t',
  },
  summary: ({ lanes, pin, length }) =>
    `A nudge of 1 to the first of ${length} inputs arrives at step ${pin} as ${lanes
      .map(({ name, arrives }) => `${sizeText(arrives)} (${en.names[name]})`)
      .join(', ')}. It survives the whole length in ${
      lanes
        .filter((lane) => lane.survives)
        .map(({ name }) => en.names[name])
        .join(', ') || 'none'
    }.`,
  names: { rnn: 'RNN', lstm: 'LSTM', head: 'Attention' },
  plotTitle: 'What arrives of a nudge to input 1',
  plotNote:
    'Solid: measured in untrained networks that read the same quiet random inputs, relative to step 1. Dashed: the bare chains gain^(t−1), σ(bias)^(t−1) and 1/t. The LSTM loses less than its chain: part of the nudge goes round through h and the gates.',
  band: `survives: within a factor of ${FACTOR}`,
  rounded: 'beside ordinary gradients, float32 rounds this away',
  lastStep: (length) => `step ${length}`,
  fates: { arrives: 'survives', vanishes: 'vanishes', explodes: 'explodes on the way' },
  oneFactor: 'one factor:',
  window: (spans) => (spans.length === 0 ? 'Survives at no setting.' : `Survives at ${spans.join(', ')}.`),
};

const zh: Strings = {
  params: {
    gain: '循环权重的增益',
    forget: '遗忘门的偏置',
    focus: '给第 1 步的得分加上',
    length: '序列长度',
    pin: '读数的步',
    seed: '随机种子',
  },
  columns: {
    step: '步',
    rnn: 'RNN',
    rnnBase: '增益^(t−1)',
    lstm: 'LSTM',
    lstmBase: 'σ(偏置)^(t−1)',
    head: '注意力',
    headBase: '1/t',
  },
  summary: ({ lanes, pin, length }) =>
    `共 ${length} 步，给第 1 个输入一个大小为 1 的扰动，到第 ${pin} 步剩下：${lanes
      .map(({ name, arrives }) => `${zh.names[name]} ${sizeText(arrives)}`)
      .join('，')}。能撑完全程的：${
      lanes
        .filter((lane) => lane.survives)
        .map(({ name }) => zh.names[name])
        .join('、') || '一个也没有'
    }。`,
  names: { rnn: 'RNN', lstm: 'LSTM', head: '注意力' },
  plotTitle: '第 1 个输入的扰动，还剩多少',
  plotNote:
    '实线：三个未训练的网络读同一串微弱的随机输入，实测后除以第 1 步的大小。虚线：不计输入的链条，即 增益^(t−1)、σ(偏置)^(t−1) 和 1/t。LSTM 的实线高于虚线：有一部分扰动绕道 h 和各扇门传了下去。',
  band: `存活：相差不超过 ${FACTOR} 倍`,
  rounded: '与正常大小的梯度相加时，float32 会把它舍掉',
  lastStep: (length) => `第 ${length} 步`,
  fates: { arrives: '存活', vanishes: '消失', explodes: '途中爆炸' },
  oneFactor: '只有一个因子：',
  window: (spans) => (spans.length === 0 ? '没有任何取值能存活。' : `取值在 ${spans.join('、')} 时存活。`),
};

export const strings = { en, zh };
export type TimeStrings = Strings;
