import { formatInteger, formatPercent } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';

/** Words for an operation, from the parts of its code after the kind. */
type Ops = Readonly<Record<string, (...details: string[]) => string>>;
const groupsZh: Readonly<Record<string, string>> = { tensor: '整个矩阵一个 scale', row: '每行一个 scale' };

const en = {
  passport: 'Model passport',
  before: 'Before',
  after: 'After',
  size: 'Size',
  parameters: 'Parameters',
  loss: 'Validation loss',
  nats: 'nats per token',
  perplexity: 'Perplexity',
  speed: 'Speed here',
  tokensPerSecond: 'tokens/s',
  about: (count: string) => `≈\u00a0${count}`,
  measuring: '…',
  history: 'What was done',
  nothing: 'nothing yet',
  keep: 'Keep this model',
  kept: 'Kept. The labs now work on it.',
  full: 'There is no room for another model. Delete one in the lab “Train a tiny GPT”.',
  blocked: 'This browser does not let the site store models. Download it instead.',
  working: 'This lab works on ',
  shipped: 'the model that ships with the site',
  stop: '. ',
  colon: ': ',
  unfit: (name: string) => `“${name}” has a shape this lab cannot use, so it works on the shipped one.`,
  trainOwn: 'Train your own',
  ops: {
    train: (steps) => `trained ${steps} steps`,
    tune: (steps) => `tuned ${steps} steps`,
    quantize: (bits, group, scheme) =>
      `quantized to ${bits === 'nf4' ? 'NF4' : `${bits} bit`}, one scale per ${group}${scheme ? `, ${scheme}` : ''}`,
    prune: (share, how) => `${share} pruned${how ? ` (${how})` : ''}`,
    lora: (rank) => `LoRA of rank ${rank} merged`,
    distil: (steps) => `distilled, ${steps} steps`,
    gqa: (heads) => `grouped to ${heads} KV heads`,
  } as Ops,
};

const zh: typeof en = {
  passport: '模型护照',
  before: '之前',
  after: '之后',
  size: '大小',
  parameters: '参数量',
  loss: '验证损失',
  nats: 'nat/token',
  perplexity: '困惑度',
  speed: '本机速度',
  tokensPerSecond: 'token/秒',
  about: (count) => `约\u00a0${count}`,
  measuring: '…',
  history: '经历',
  nothing: '还没有',
  keep: '保存这个模型',
  kept: '已保存，后面的实验都用它。',
  full: '放不下更多模型了，请先在实验“训练一个微型 GPT”里删掉一个。',
  blocked: '浏览器不允许本站存储模型，请改用下载。',
  working: '当前模型：',
  shipped: '网站自带的模型',
  stop: '。',
  colon: '：',
  unfit: (name) => `“${name}”的形状不适合这个实验，这里用的是自带的模型。`,
  trainOwn: '训练自己的模型',
  ops: {
    train: (steps) => `训练 ${steps} 步`,
    tune: (steps) => `微调 ${steps} 步`,
    quantize: (bits, group, scheme) =>
      `量化为 ${bits === 'nf4' ? 'NF4' : `${bits} bit`}，${groupsZh[group] ?? group}${scheme ? '，带零点' : ''}`,
    prune: (share, how) => `剪掉 ${share}${how === 'random' ? '（随机）' : how ? `（${how}）` : ''}`,
    lora: (rank) => `合并秩为 ${rank} 的 LoRA`,
    distil: (steps) => `蒸馏 ${steps} 步`,
    gqa: (heads) => `合并为 ${heads} 个 KV 头`,
  },
};

export const modelStrings: Readonly<Record<Locale, typeof en>> = { en, zh };
export type ModelStrings = typeof en;

/** `quantize:4:row` in words; an operation of a later version is shown as it is. */
export function describeOp(op: string, t: ModelStrings): string {
  const [kind = '', ...details] = op.split(':');
  return t.ops[kind]?.(...details.map((detail) => written(kind, detail))) ?? op;
}

/** Counts are grouped like all others, a pruned share is a percentage; what is not a number, such as `row`, stays. */
function written(kind: string, detail: string): string {
  if (!/^[\d.]+$/.test(detail)) return detail;
  const value = Number(detail);
  return kind === 'prune' ? formatPercent(value <= 1 ? value : value / 100) : formatInteger(value);
}
