import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatPercent } from '@/lib/format-number';
import type { Objective, Point, Position, params, Result } from './core';

type Strings = LabStrings<typeof params, Result> & {
  readonly strip: string;
  readonly stripNote: (objective: Objective) => string;
  readonly position: (place: number, position: Position, seen: boolean) => string;
  readonly pinned: (result: Result) => string;
  readonly tooShort: string;
  readonly rate: (rate: number) => string;
  readonly scoredFact: string;
  readonly seenFact: string;
  readonly causalHas: (share: string) => string;
  readonly map: string;
  readonly mapText: (result: Result) => string;
  readonly seesToken: string;
  readonly seesHidden: string;
  readonly isScored: string;
  readonly trade: string;
  readonly tradeText: (now: Point, causal: Point) => string;
  readonly tradeNote: (others: number) => string;
  readonly scoredAxis: string;
  readonly seenAxis: string;
  readonly tensors: string;
  readonly tensorsNote: (objective: Objective) => string;
};

/** True tokens other than the target that the pinned position sees. */
function sightOf({ sightMap, positions, pin, objective }: Result): number {
  const from = pin - 1;
  const target = objective === 'causal' ? pin : from;
  return sightMap
    .slice(from * positions.length, pin * positions.length)
    .filter((cell, to) => cell === 2 && to !== target).length;
}

const en: Strings = {
  params: {
    objective: 'Objective',
    sentence: 'Sentence',
    own: 'Your sentence, 4 to 24 tokens',
    rate: 'Share of positions that are chosen',
    pin: 'Position',
    seed: 'Seed',
  },
  options: {
    objective: { causal: 'causal', masked: 'masked' },
    sentence: { en: 'English', zh: 'Chinese', own: 'your own' },
  },
  columns: {
    position: 'position',
    token: 'token',
    shown: 'shown',
    input: 'input_ids',
    target: 'scored on',
    label: 'labels',
  },
  summary: ({ objective, positions, scored, now }) =>
    `${objective === 'causal' ? 'Causal' : 'Masked'}: ${scored} of ${positions.length} positions are scored, and a scored one sees on average ${formatPercent(now.sight)} of the other tokens.`,
  strip: 'What the model is shown, and what each position is scored on',
  stripNote: (objective) =>
    objective === 'causal'
      ? 'Press a position: it sees everything up to itself, and is scored on the next token. Struck out: out of its sight.'
      : 'Solid: hidden. Dashed: replaced by a random token. Dotted: chosen, but left as it was. All three are scored; the rest is not.',
  position: (place, { shown, target }, seen) =>
    `Position ${place}: ${shown}, ${target === null ? 'not scored' : `scored on ${target}`}${seen ? '' : ', out of sight'}`,
  pinned: (result) => {
    const at = result.positions[result.pin - 1];
    const others = result.positions.length - 1;
    if (!at) return '';
    if (at.target === null)
      return result.objective === 'causal'
        ? `Position ${result.pin} is the last: nothing comes after it, so it is not scored.`
        : `Position ${result.pin}, “${at.shown}”, was not chosen: it is context for the others and is not scored.`;
    const from = `Position ${result.pin} must say “${at.target}” and sees ${sightOf(result)} of the ${others} other true tokens`;
    if (at.fate === 'kept') return `${from}. The answer itself stands in front of it, but the model cannot know that.`;
    if (at.fate === 'random') return `${from}. In the place of the answer it finds “${at.shown}”.`;
    return result.objective === 'causal' ? `${from}: all that came before.` : `${from}; it may look both ways.`;
  },
  tooShort: 'Four tokens at least. Until then the English sentence stands here.',
  rate: (rate) => `${Math.round(rate * 100)}% (BERT: 15%)`,
  scoredFact: 'Positions scored',
  seenFact: 'Of the other tokens a scored position sees',
  causalHas: (share) => `causal: ${share}`,
  map: 'Who sees what',
  mapText: ({ objective, positions }) =>
    `${positions.length} by ${positions.length} grid; ${objective === 'causal' ? 'each row sees the columns up to its own' : 'every row sees every column'}.`,
  seesToken: 'sees a true token',
  seesHidden: 'sees [MASK] or a random token',
  isScored: 'is scored',
  trade: 'Scored or seen',
  tradeText: (now, causal) =>
    `Scored ${formatPercent(now.scored)}, seen ${formatPercent(now.sight)}; causal: scored ${formatPercent(causal.scored)}, seen ${formatPercent(causal.sight)}.`,
  tradeNote: (others) =>
    `Seen: how many of the ${others} other true tokens a scored position sees, on average. The curve runs from one chosen position to all.`,
  scoredAxis: 'positions scored',
  seenAxis: 'seen',
  tensors: 'The example as tensors',
  tensorsNote: (objective) =>
    objective === 'causal'
      ? 'Ids in order of first appearance. Labels are shown shifted; the causal models of transformers shift by themselves and take labels = input_ids.'
      : 'Ids in order of first appearance, [MASK] = 0. Labels of −100 are skipped by the loss. Nothing is shifted here.',
};

const zh: Strings = {
  params: {
    objective: '训练目标',
    sentence: '句子',
    own: '你的句子，4 到 24 个词元',
    rate: '选中的位置占多少',
    pin: '位置',
    seed: '随机种子',
  },
  options: {
    objective: { causal: '因果', masked: '掩码' },
    sentence: { en: '英文', zh: '中文', own: '自己写' },
  },
  columns: {
    position: '位置',
    token: '词元',
    shown: '给模型看的',
    input: 'input_ids',
    target: '要答出',
    label: 'labels',
  },
  summary: ({ objective, positions, scored, now }) =>
    `${objective === 'causal' ? '因果' : '掩码'}语言建模：${positions.length} 个位置里有 ${scored} 个计分，计分的位置平均能看到其余词元的 ${formatPercent(now.sight)}。`,
  strip: '模型看到什么，每个位置要答出什么',
  stripNote: (objective) =>
    objective === 'causal'
      ? '点一个位置：它能看到自己和前面的全部词元，要答出下一个。划掉的是它看不到的。'
      : '实心底：被遮住；虚线框：换成随机词元；点线框：选中了但原样不动。三种都计分，其余不计。',
  position: (place, { shown, target }, seen) =>
    `位置 ${place}：${shown}，${target === null ? '不计分' : `要答出 ${target}`}${seen ? '' : '，看不到'}`,
  pinned: (result) => {
    const at = result.positions[result.pin - 1];
    const others = result.positions.length - 1;
    if (!at) return '';
    if (at.target === null)
      return result.objective === 'causal'
        ? `位置 ${result.pin} 是最后一个，后面没有词元可答，不计分。`
        : `位置 ${result.pin} 的“${at.shown}”没有被选中：它只是别人的上下文，不计分。`;
    const from = `位置 ${result.pin} 要答出“${at.target}”，能看到其余 ${others} 个真实词元中的 ${sightOf(result)} 个`;
    if (at.fate === 'kept') return `${from}。答案就摆在它面前，只是模型无从知道这一点。`;
    if (at.fate === 'random') return `${from}。答案的位置上放的是“${at.shown}”。`;
    return result.objective === 'causal' ? `${from}，都在前面。` : `${from}；前后两边都可以看。`;
  },
  tooShort: '至少要 4 个词元。在那之前先用英文例句。',
  rate: (rate) => `${Math.round(rate * 100)}%（BERT：15%）`,
  scoredFact: '计分的位置',
  seenFact: '计分的位置能看到其余词元的',
  causalHas: (share) => `因果：${share}`,
  map: '谁看得到谁',
  mapText: ({ objective, positions }) =>
    `${positions.length} × ${positions.length} 的方格，${objective === 'causal' ? '每一行只能看到自己和左边的列' : '每一行都能看到所有列'}。`,
  seesToken: '看到真实词元',
  seesHidden: '看到 [MASK] 或随机词元',
  isScored: '计分',
  trade: '要多计分，还是要多看',
  tradeText: (now, causal) =>
    `计分 ${formatPercent(now.scored)}，看到 ${formatPercent(now.sight)}；因果：计分 ${formatPercent(causal.scored)}，看到 ${formatPercent(causal.sight)}。`,
  tradeNote: (others) =>
    `看到：计分的位置平均能看到其余 ${others} 个真实词元中的多少。曲线从只选 1 个位置画到全部选中。`,
  scoredAxis: '计分的位置',
  seenAxis: '看到',
  tensors: '写成张量的样子',
  tensorsNote: (objective) =>
    objective === 'causal'
      ? '编号按首次出现的次序。这里的 labels 已经错开一位；transformers 的因果模型会自己错位，给它 labels = input_ids 就行。'
      : '编号按首次出现的次序，[MASK] = 0。labels 为 −100 的位置，损失函数会跳过。这里不错位。',
};

export const strings = { en, zh };
export type SwitcherStrings = Strings;
