import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent } from '@/lib/format-number';
import { type Answer, type core, DRAWS, type Meaning, type Node, type Result } from './core';

type Strings = LabStrings<typeof core.params, Result> & {
  readonly question: string;
  readonly firstTokens: readonly string[];
  readonly secondTokens: readonly (readonly string[])[];
  /** The whole answer as a reader of this language writes it. */
  readonly answer: (answer: Pick<Answer, 'first' | 'second'>) => string;
  readonly treeTitle: string;
  readonly treeNote: string;
  readonly treeText: (result: Result) => string;
  readonly chance: (token: string) => string;
  readonly edit: (node: Node) => string;
  readonly boxName: (token: string, p: number) => string;
  readonly leafName: (answer: Answer) => string;
  readonly greedy: string;
  readonly best: string;
  readonly truth: (isTrue: boolean) => string;
  readonly listTitle: string;
  readonly listNote: string;
  readonly drawn: (count: number) => string;
  readonly saysTitle: string;
  readonly says: Readonly<Record<Meaning, string>>;
  readonly trueShare: string;
  readonly trueShareNote: string;
  readonly bestFact: string;
  readonly greedyFact: string;
  readonly same: string;
  readonly different: string;
};

const three = (p: number) => formatFixed(p, 3);

const enFirst = ['Ten', 'Five', 'It’s'];
const enSecond = [
  ['dollars', '.', 'bucks'],
  ['dollars', '.', 'bucks'],
  ['ten', 'five', 'free'],
];
function enAnswer({ first, second }: Pick<Answer, 'first' | 'second'>): string {
  const tail = enSecond[first]?.[second] ?? '';
  return tail === '.' ? `${enFirst[first]}.` : `${enFirst[first]} ${tail}.`;
}

const zhFirst = ['十', '五', '是'];
const zhSecond = [
  ['元', '。', '块'],
  ['元', '。', '块'],
  ['十', '五', '零'],
];
function zhAnswer({ first, second }: Pick<Answer, 'first' | 'second'>): string {
  const tail = zhSecond[first]?.[second] ?? '';
  return tail === '。' ? `${zhFirst[first]}。` : `${zhFirst[first]}${tail}。`;
}

const en: Strings = {
  params: {
    first: 'First token',
    a: 'After “Ten”',
    b: 'After “Five”',
    c: 'After “It’s”',
    node: 'Row to edit',
    seed: 'Seed',
  },
  options: { node: { first: 'first token', a: 'after “Ten”', b: 'after “Five”', c: 'after “It’s”' } },
  columns: {
    answer: 'answer',
    first: 'p(first)',
    second: 'p(second | first)',
    product: 'product',
    uniform: 'uniform',
    drawn: `drawn of ${DRAWS}`,
    truth: 'true',
  },
  summary: ({ greedy, best, trueShare }) =>
    `Greedy writes “${enAnswer(greedy)}” (p = ${three(greedy.p)}, ${greedy.true ? 'true' : 'false'}). The most probable answer is “${enAnswer(best)}” (p = ${three(best.p)}, ${best.true ? 'true' : 'false'}). A sampled answer is true with probability ${three(trueShare)} and is the most probable one with probability ${three(best.p)}.`,
  question:
    'A server and a cache cost 110 dollars a month together. The server costs 100 dollars more than the cache. How much is the cache?',
  firstTokens: enFirst,
  secondTokens: enSecond,
  answer: enAnswer,
  treeTitle: 'All the probability there is',
  treeNote:
    'Width is probability: first token above, whole answer below. Press a box to edit the row under it, or drag a border.',
  treeText: ({ answers }) =>
    `Tree of nine answers: ${answers.map((answer) => `${enAnswer(answer)} ${three(answer.p)}`).join(', ')}`,
  chance: (token) => `Probability of “${token}”, %`,
  edit: (node) => (node === 'first' ? 'Edit the first token' : `Edit what follows “${enFirst['abc'.indexOf(node)]}”`),
  boxName: (token, p) => `First token “${token}”, p = ${three(p)}. Edit what follows it`,
  leafName: (answer) =>
    `${enAnswer(answer)} p = ${three(answer.p)}, ${answer.true ? 'true' : 'false'}. Edit the row it is in`,
  greedy: 'greedy',
  best: 'most probable',
  truth: (isTrue) => (isTrue ? 'true' : 'false'),
  listTitle: 'The nine answers',
  listNote: `Bar: product of the two probabilities. Dotted line: 1/9, if all were equal. At the right: how often it came up in ${DRAWS} draws with the seed below.`,
  drawn: (count) => `${count}×`,
  saysTitle: 'Added up by what they say',
  says: { ten: 'ten', five: 'five', free: 'free' },
  trueShare: 'A sampled answer is true',
  trueShareNote: 'goal: at least 60%',
  bestFact: 'Most probable answer (goal: a false one)',
  greedyFact: 'Greedy answer (goal: another one)',
  same: 'the same one',
  different: 'another one',
};

const zh: Strings = {
  params: {
    first: '第一个词元',
    a: '“十”之后',
    b: '“五”之后',
    c: '“是”之后',
    node: '编辑哪一行',
    seed: '随机种子',
  },
  options: { node: { first: '第一个词元', a: '“十”之后', b: '“五”之后', c: '“是”之后' } },
  columns: {
    answer: '回答',
    first: 'p(第一个)',
    second: 'p(第二个 | 第一个)',
    product: '乘积',
    uniform: '均匀分布',
    drawn: `抽 ${DRAWS} 次的次数`,
    truth: '真假',
  },
  summary: ({ greedy, best, trueShare }) =>
    `贪心写出“${zhAnswer(greedy)}”（p = ${three(greedy.p)}，${greedy.true ? '真' : '假'}）。最可能的回答是“${zhAnswer(best)}”（p = ${three(best.p)}，${best.true ? '真' : '假'}）。抽样得到的回答为真的概率是 ${three(trueShare)}，恰好抽中最可能那个的概率是 ${three(best.p)}。`,
  question: '一台服务器和一个缓存每月合计 110 元，服务器比缓存贵 100 元。缓存每月多少钱？',
  firstTokens: zhFirst,
  secondTokens: zhSecond,
  answer: zhAnswer,
  treeTitle: '全部概率都在这里',
  treeNote: '宽度就是概率：上排是第一个词元，下排是完整的回答。点一个方块可以编辑它下面那一行，也可以直接拖动边界。',
  treeText: ({ answers }) =>
    `九个回答组成的树：${answers.map((answer) => `${zhAnswer(answer)} ${three(answer.p)}`).join('，')}`,
  chance: (token) => `“${token}”的概率（%）`,
  edit: (node) => (node === 'first' ? '编辑第一个词元' : `编辑“${zhFirst['abc'.indexOf(node)]}”之后的词元`),
  boxName: (token, p) => `第一个词元“${token}”，p = ${three(p)}。编辑它后面的词元`,
  leafName: (answer) => `${zhAnswer(answer)}p = ${three(answer.p)}，${answer.true ? '真' : '假'}。编辑它所在的一行`,
  greedy: '贪心',
  best: '最可能',
  truth: (isTrue) => (isTrue ? '真' : '假'),
  listTitle: '九个回答',
  listNote: `条形：两个概率的乘积。虚线：九个回答均等时的 1/9。右侧：按下方种子抽 ${DRAWS} 次，各出现多少次。`,
  drawn: (count) => `${count} 次`,
  saysTitle: '按意思合并',
  says: { ten: '十元', five: '五元', free: '零元' },
  trueShare: '抽到真话的概率',
  trueShareNote: '目标：至少 60%',
  bestFact: '最可能的回答（目标：假的）',
  greedyFact: '贪心的回答（目标：另一个）',
  same: '同一个',
  different: '另一个',
};

export const strings = { en, zh };
export type ViewStrings = Strings;
export const percent = (p: number) => formatPercent(p, 1);
