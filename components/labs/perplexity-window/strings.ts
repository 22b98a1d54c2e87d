import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent, formatSignificant } from '@/lib/format-number';
import type { core, Prediction, Result } from './core';

type Strings = LabStrings<typeof core.params, Result> & {
  readonly perplexity: string;
  readonly uniform: (value: number) => string;
  readonly bits: string;
  readonly bitsNote: string;
  readonly cost: string;
  readonly costNote: (tokens: string, predictions: string) => string;
  readonly worse: string;
  readonly waiting: string;
  readonly curve: string;
  readonly curveNote: string;
  readonly curveX: string;
  readonly finest: (perplexity: string) => string;
  readonly chunks: (perplexity: string) => string;
  readonly byContext: string;
  readonly byContextNote: (window: number, stride: number) => string;
  readonly byContextX: string;
  readonly strip: string;
  readonly stripNote: string;
  readonly prediction: (one: Prediction, nll: string, p: string) => string;
};

/** Tiny probabilities as a bound, not as a row of zeros. */
export const probabilityText = (p: number) => (p < 1e-4 ? '< 0.0001' : `= ${formatSignificant(p, 2)}`);
export const perplexityText = (value: number) => formatSignificant(value, 3);

const en: Strings = {
  params: {
    training: 'Train it on the packed text first',
    window: 'Window w, tokens',
    stride: 'Stride s: how far the window moves on',
    picked: 'Inspect prediction number',
    seed: 'Seed of the training',
  },
  options: {
    training: { '0': 'as it is', '200': '200 steps, ≈ 1 s', '600': '600 steps, ≈ 2 s' },
    window: { '8': '8', '12': '12', '16': '16' },
  },
  columns: {
    stride: 'stride',
    perplexity: 'perplexity',
    bits: 'bits per character',
    tokens: 'tokens computed',
    cost: 'share of stride 1',
  },
  summary: ({ point, curve, window, stride, bitsPerCharacter }) => {
    const [finest] = curve;
    if (!point || !finest) return 'The text is being measured. This takes a moment.';
    const than = point.perplexity / finest.perplexity - 1;
    return `Window ${window}, stride ${stride}: perplexity ${perplexityText(point.perplexity)}, ${formatFixed(bitsPerCharacter, 2)} bits per character, for ${formatPercent(point.cost)} of the tokens of stride 1. Stride 1 gives ${perplexityText(finest.perplexity)}${than === 0 ? '' : `; this is ${formatPercent(Math.abs(than))} ${than > 0 ? 'above' : 'below'} it`}.`;
  },
  perplexity: 'Perplexity',
  uniform: (value) => `guessing: ${value}`,
  bits: 'Bits per character',
  bitsNote: 'log₂ of it: one token is one character',
  cost: 'Tokens computed',
  costNote: (tokens, predictions) => `${tokens} for ${predictions} predictions`,
  worse:
    'Worse than guessing: this model has only ever seen single names from their first letter. In a packed text, windows begin in the middle and names follow one another.',
  waiting: 'Measuring …',
  curve: 'Cost against perplexity, one dot a stride',
  curveNote: 'Dashed: a quarter of the tokens of stride 1. Band: at most 1% above its perplexity.',
  curveX: 'tokens computed, share of stride 1 →',
  finest: (perplexity) => `stride 1: ${perplexity}`,
  chunks: (perplexity) => `side by side: ${perplexity}`,
  byContext: 'Mean loss by the number of tokens before it in the window',
  byContextNote: (window, stride) =>
    stride === window
      ? 'Chunks side by side score every place, the cold starts too.'
      : `After the first window, stride ${stride} scores only the solid bars: at least ${window - stride + 1} tokens of context.`,
  byContextX: 'tokens of context; above each bar, its loss in nats',
  strip: 'The text, token by token',
  stripNote:
    'Stronger tint: a larger loss. Bar at the left: a window begins to score here. The dot · stands between names.',
  prediction: ({ token, context }, nll, p) =>
    `“${token}” after “${context}” (${context.length} in the window): p ${p}, loss ${nll} nats`,
};

const zh: Strings = {
  params: {
    training: '先在拼接文本上训练',
    window: '窗口 w（token 数）',
    stride: '步幅 s（stride）：窗口每次前移多少',
    picked: '查看第几个预测',
    seed: '训练的随机种子',
  },
  options: {
    training: { '0': '不训练', '200': '200 步，约 1 秒', '600': '600 步，约 2 秒' },
    window: { '8': '8', '12': '12', '16': '16' },
  },
  columns: {
    stride: '步幅',
    perplexity: '困惑度',
    bits: '每字符比特',
    tokens: '计算的 token 数',
    cost: '相当于步幅 1 的',
  },
  summary: ({ point, curve, window, stride, bitsPerCharacter }) => {
    const [finest] = curve;
    if (!point || !finest) return '正在测量这段文本，稍等片刻。';
    const than = point.perplexity / finest.perplexity - 1;
    return `窗口 ${window}、步幅 ${stride}：困惑度 ${perplexityText(point.perplexity)}，每字符 ${formatFixed(bitsPerCharacter, 2)} 比特，计算量是步幅 1 的 ${formatPercent(point.cost)}。步幅 1 的困惑度是 ${perplexityText(finest.perplexity)}${than === 0 ? '' : `，现在${than > 0 ? '高' : '低'} ${formatPercent(Math.abs(than))}`}。`;
  },
  perplexity: '困惑度（perplexity）',
  uniform: (value) => `瞎猜是 ${value}`,
  bits: '每字符比特',
  bitsNote: '困惑度取 log₂：这里一个 token 就是一个字符',
  cost: '计算的 token',
  costNote: (tokens, predictions) => `做 ${predictions} 次预测，共算 ${tokens} 个`,
  worse:
    '比瞎猜还差：这个模型只见过一个个单独的名字，而且都从第一个字母看起。拼接文本里，窗口会从半截开始，名字一个接一个。',
  waiting: '测量中……',
  curve: '计算量与困惑度，每个步幅一个点',
  curveNote: '虚线：步幅 1 计算量的四分之一。色带：困惑度比步幅 1 至多高 1%。',
  curveX: '计算的 token，相对步幅 1 →',
  finest: (perplexity) => `步幅 1：${perplexity}`,
  chunks: (perplexity) => `首尾相接：${perplexity}`,
  byContext: '窗口里前面有几个 token，平均损失是多少',
  byContextNote: (window, stride) =>
    stride === window
      ? '窗口首尾相接时，每个位置都计分，包括没有上文的开头。'
      : `从第二个窗口起，步幅 ${stride} 只给实色的位置计分：上文至少 ${window - stride + 1} 个 token。`,
  byContextX: '上文的 token 数；条上是每 token 的损失（nat）',
  strip: '逐个 token 看这段文本',
  stripNote: '底色越浓，损失越大。左侧竖线：一个窗口从这里开始计分。圆点 · 隔开两个名字。',
  prediction: ({ token, context }, nll, p) =>
    `“${context}”之后的“${token}”（窗口内上文 ${context.length} 个）：p ${p}，损失 ${nll} nat`,
};

export const strings = { en, zh };
export type ViewStrings = Strings;
