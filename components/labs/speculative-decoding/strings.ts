import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatBytes, formatFixed, formatInteger, formatSignificant } from '@/lib/format-number';
import { type core, GOAL, type Measured, type Result } from './core';
import type { DraftId } from './drafts';
import { ROUNDS, TOKENS } from './measure';

type Strings = LabStrings<typeof core.params, Result> & {
  readonly round: string;
  readonly roundNote: string;
  readonly columnsOfRound: readonly [token: string, q: string, p: string, chance: string, drawn: string];
  readonly kept: string;
  readonly rejected: string;
  readonly unjudged: string;
  readonly residual: (token: string) => string;
  readonly bonus: (token: string) => string;
  readonly direct: (token: string) => string;
  readonly written: string;
  readonly goOn: string;
  readonly counting: string;
  readonly barsAt: (place: number) => string;
  readonly barsBonus: string;
  readonly barsDrafting: string;
  readonly both: (share: string) => string;
  readonly targetMore: string;
  readonly draftMore: string;
  readonly speedTitle: string;
  readonly speedNote: string;
  readonly noDraft: string;
  readonly goal: (value: string) => string;
  readonly measured: (measured: Measured) => string;
  readonly perPass: (measured: Measured) => string;
  readonly arithmetic: (factor: string) => string;
  readonly offers: string;
  readonly offerColumns: readonly [draft: string, alpha: string, cost: string, stored: string, best: string];
  readonly best: (gamma: number, speedup: string) => string;
  readonly priceNote: (read: string) => string;
  readonly proofTitle: string;
  readonly proofNote: (prefix: string) => string;
  readonly proofFirst: (p: string) => string;
  readonly proofText: (measured: Measured, p: string) => string;
  readonly faithful: string;
  readonly unfaithful: string;
  readonly target: string;
  readonly observed: string;
  readonly draftMark: string;
  readonly speedText: (result: Result) => string;
  readonly stale: string;
};

const percent = (share: number) => `${formatFixed(100 * share, 1)}%`;

/** p-values down to a thousandth; below, only that they are. */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : formatFixed(p, 3);
}

const en: Strings = {
  params: {
    draft: 'Draft model',
    gamma: 'γ: tokens drafted before the target looks',
    rule: 'When a draft is judged',
    prefix: 'Type the start of a name',
    step: 'Step',
    seed: 'Seed',
  },
  options: {
    draft: {
      student: 'student',
      bigram: 'bigrams',
      trigram: 'trigrams',
      int4: 'target, 4 bit',
    },
    rule: { exact: 'exact rule', 'no-residual': 'reject, redraw from p', 'accept-all': 'accept everything' },
  },
  columns: {
    model: 'model',
    read: 'bytes read a step',
    stored: 'bytes stored',
    ratio: 'cost c',
    alpha: 'acceptance α',
    gamma: 'best γ',
    speedup: 'speed-up',
  },
  summary: ({ round, measured, current, faithful }) => {
    const here = round
      ? `This round: ${round.accepted} of ${round.drafted.length} drafts kept, ${round.tokens.length === 1 ? 'one token' : `${round.tokens.length} tokens`} from one target pass.`
      : 'The counts are being made.';
    if (!measured) return `${here} The long text is being written.`;
    const { alpha, tokensPerPass, speedup, expected } = measured;
    return `${here} ${current ? 'Over' : 'With the settings before, over'} ${formatInteger(TOKENS)} tokens α = ${formatFixed(alpha, 3)}, ${formatFixed(tokensPerPass, 2)} tokens a pass (formula ${formatFixed(expected, 2)}), speed-up ${formatFixed(speedup, 3)}. ${faithful ? 'The text could be the target’s own.' : 'The text is not the target’s any more.'}`;
  },
  round: 'One round',
  roundNote:
    'The draft writes γ tokens one by one. One pass of the target gives p at all of them. Each is kept with probability min(1, p/q).',
  columnsOfRound: ['draft', 'q', 'p', 'min(1, p/q)', 'u'],
  kept: 'kept',
  rejected: 'rejected',
  unjudged: 'dropped',
  residual: (token) => `Replaced from max(0, p − q): ${token}`,
  bonus: (token) => `All kept, so the same pass gives one more: ${token}`,
  direct: (token) => `Replaced from p itself, which is wrong: ${token}`,
  written: 'Written: ',
  goOn: 'Go on from here',
  counting: 'Counting the training names…',
  barsAt: (place) => `Draft ${place}: p and q over all characters`,
  barsBonus: 'The extra token: p alone',
  barsDrafting: 'What the draft draws from: q',
  both: (share) => `both: kept, ${share}`,
  targetMore: 'target has more: the residual',
  draftMore: 'draft has more: rejected',
  speedTitle: 'Speed-up over plain decoding',
  speedNote: 'Lines: (1 − α^(γ+1)) / (1 − α) / (1 + γc) with each draft’s α and c. Dot: counted over the text.',
  noDraft: 'no draft: 1',
  goal: (value) => `goal ${value}`,
  measured: ({ speedup, gamma }) => `counted at γ = ${gamma}: × ${formatFixed(speedup, 3)}`,
  perPass: ({ alpha, tokensPerPass, expected }) =>
    `α = ${formatFixed(alpha, 3)}: ${formatFixed(tokensPerPass, 2)} tokens a target pass; the formula says ${formatFixed(expected, 2)}.`,
  arithmetic: (factor) =>
    `The arithmetic grows: × ${factor} operations a token. What shrinks is the number of times the target’s weights are read, and reading them is what takes the time when one sequence is decoded.`,
  offers: 'The drafts compared',
  offerColumns: ['draft', 'α', 'c', 'stored', 'best'],
  best: (gamma, speedup) => (gamma === 0 ? 'none' : `γ ${gamma}: × ${speedup}`),
  priceNote: (read) =>
    `α: the mean of Σ min(p, q) over the text, without the luck of the draw. c: bytes a draft step reads, over the ${read} of a target step. A table reads one row.`,
  proofTitle: 'Is it still the target?',
  proofNote: (prefix) => `First tokens of ${formatInteger(ROUNDS)} rounds after “${prefix}”`,
  proofFirst: (p) => `χ² test against p: p-value ${p}`,
  proofText: ({ favoured }, p) =>
    `In the long text, ${percent(favoured.observed)} of the tokens are ones the draft likes better than the target does; the target would write ${percent(favoured.expected)}: p-value ${p}`,
  faithful: 'Nothing tells this text from one the target wrote alone.',
  unfaithful: `A p-value below ${GOAL.pValue}: this is not the target’s distribution any more.`,
  target: 'target p',
  observed: 'counted',
  draftMark: 'draft q',
  speedText: ({ offers, measured }) =>
    [
      ...offers.map(({ id, best }) => (best ? `${id}: best γ ${best.gamma}, ${formatFixed(best.speedup, 2)}` : id)),
      ...(measured ? [`counted ${formatFixed(measured.speedup, 2)} at γ ${measured.gamma}`] : []),
    ].join('; '),
  stale: 'Writing with the new settings…',
};

const zh: Strings = {
  params: {
    draft: '草稿模型（draft）',
    gamma: 'γ：目标模型看一次之前先起草几个 token',
    rule: '怎样评判草稿',
    prefix: '输入名字的开头',
    step: '步',
    seed: '随机种子',
  },
  options: {
    draft: { student: '学生', bigram: '二元计数', trigram: '三元计数', int4: '4 bit 的目标' },
    rule: { exact: '精确规则', 'no-residual': '拒绝后直接从 p 重抽', 'accept-all': '照单全收' },
  },
  columns: {
    model: '模型',
    read: '每步读取的字节',
    stored: '存储的字节',
    ratio: '代价 c',
    alpha: '接受率 α',
    gamma: '最佳 γ',
    speedup: '加速比',
  },
  summary: ({ round, measured, current, faithful }) => {
    const here = round
      ? `这一轮 ${round.drafted.length} 个草稿保留 ${round.accepted} 个，目标模型跑一次得到 ${round.tokens.length} 个 token。`
      : '正在统计训练名字。';
    if (!measured) return `${here}长文本还在写。`;
    const { alpha, tokensPerPass, speedup, expected } = measured;
    return `${here}${current ? '' : '按之前的设置，'}${formatInteger(TOKENS)} 个 token 里 α = ${formatFixed(alpha, 3)}，每次 ${formatFixed(tokensPerPass, 2)} 个 token（公式给出 ${formatFixed(expected, 2)}），加速比 ${formatFixed(speedup, 3)}。${faithful ? '看不出这段文本与目标模型自己写的有差别。' : '这段文本已经不是目标模型的分布了。'}`;
  },
  round: '走一轮',
  roundNote: '草稿模型先一个个写出 γ 个 token，目标模型跑一次就得到每个位置的 p，每个草稿以 min(1, p/q) 的概率保留。',
  columnsOfRound: ['草稿', 'q', 'p', 'min(1, p/q)', 'u'],
  kept: '保留',
  rejected: '拒绝',
  unjudged: '作废',
  residual: (token) => `从 max(0, p − q) 里补一个：${token}`,
  bonus: (token) => `全部保留，同一次计算还白送一个：${token}`,
  direct: (token) => `直接从 p 里补一个（这是错的）：${token}`,
  written: '写下了：',
  goOn: '从这里接着写',
  counting: '正在统计训练名字……',
  barsAt: (place) => `第 ${place} 个草稿：各字符的 p 与 q`,
  barsBonus: '白送的那个 token：只看 p',
  barsDrafting: '草稿从这里抽：q',
  both: (share) => `两者共有：保留，${share}`,
  targetMore: '目标多出的：残差',
  draftMore: '草稿多出的：拒绝',
  speedTitle: '相对普通解码的加速比',
  speedNote: '曲线：用每个草稿的 α 和 c 代入 (1 − α^(γ+1)) / (1 − α) / (1 + γc)。圆点：在文本上数出来的。',
  noDraft: '不用草稿：1',
  goal: (value) => `目标 ${value}`,
  measured: ({ speedup, gamma }) => `实测 γ = ${gamma}：× ${formatFixed(speedup, 3)}`,
  perPass: ({ alpha, tokensPerPass, expected }) =>
    `α = ${formatFixed(alpha, 3)}：目标模型每跑一次得到 ${formatFixed(tokensPerPass, 2)} 个 token，公式给出 ${formatFixed(expected, 2)} 个。`,
  arithmetic: (factor) =>
    `运算量反而变多：每个 token 的运算是原来的 ${factor} 倍。变少的是读取目标模型权重的次数，而只解码一条序列时，时间正花在读权重上。`,
  offers: '各种草稿的对比',
  offerColumns: ['草稿', 'α', 'c', '存储', '最佳'],
  best: (gamma, speedup) => (gamma === 0 ? '不值得' : `γ ${gamma}：× ${speedup}`),
  priceNote: (read) =>
    `α：沿着文本对 Σ min(p, q) 取平均，不受抽签运气影响。c：草稿一步读取的字节，除以目标一步的 ${read}。查表只读一行。`,
  proofTitle: '还是目标模型的分布吗？',
  proofNote: (prefix) => `“${prefix}”之后跑 ${formatInteger(ROUNDS)} 轮，每轮的第一个 token`,
  proofFirst: (p) => `与 p 作卡方（χ²）检验：p 值 ${p}`,
  proofText: ({ favoured }, p) =>
    `长文本里，草稿比目标更偏爱的 token 占 ${percent(favoured.observed)}，目标自己写应占 ${percent(favoured.expected)}：p 值 ${p}`,
  faithful: '没有证据能把这段文本与目标模型独自写的区分开。',
  unfaithful: `有一个 p 值低于 ${GOAL.pValue}：这已经不是目标模型的分布。`,
  target: '目标 p',
  observed: '实际计数',
  draftMark: '草稿 q',
  speedText: ({ offers, measured }) =>
    [
      ...offers.map(({ id, best }) => (best ? `${id}：最佳 γ ${best.gamma}，${formatFixed(best.speedup, 2)}` : id)),
      ...(measured ? [`实测 γ ${measured.gamma}，${formatFixed(measured.speedup, 2)}`] : []),
    ].join('；'),
  stale: '正在按新的设置写……',
};

export const strings = { en, zh };
export type ViewStrings = Strings;

export const draftName = (t: ViewStrings, id: DraftId): string => t.options?.draft?.[id] ?? id;
export const bytesText = (bytes: number): string => formatBytes(bytes);
export const ratioText = (ratio: number): string => formatSignificant(ratio, 2);
