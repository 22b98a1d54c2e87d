import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent } from '@/lib/format-number';
import { GOAL, type params, type Result } from './core';
import type { FrameId, Group, Lesson, Word } from './corpus';
import { lessons } from './corpus';

type Strings = LabStrings<typeof params, Result> & {
  readonly words: Readonly<Record<Word, string>>;
  /** The sentences, with `_` where the word stands. */
  readonly frames: Readonly<Record<FrameId, string>>;
  readonly groups: Readonly<Record<Group, string>>;
  readonly mapTitle: string;
  readonly kept: (share: number) => string;
  readonly nearTo: (word: string) => string;
  readonly oneHot: (width: number) => string;
  readonly sentencesOf: (word: string) => string;
  readonly noSentences: string;
  readonly zibState: (cosine: string) => string;
  readonly fewState: (count: number) => string;
  readonly appleState: (pear: string, samsung: string) => string;
};

const enWords: Readonly<Record<Word, string>> = {
  cat: 'cat',
  dog: 'dog',
  horse: 'horse',
  cow: 'cow',
  apple: 'apple',
  pear: 'pear',
  banana: 'banana',
  grape: 'grape',
  intel: 'Intel',
  nvidia: 'Nvidia',
  samsung: 'Samsung',
  hot: 'hot',
  cold: 'cold',
  zib: 'zib',
};
const enFrames: Readonly<Record<FrameId, string>> = {
  feed: 'feed the _ in the morning',
  vet: 'the vet examines the _',
  thirst: 'the _ drinks water',
  sofa: 'the _ sleeps on the sofa',
  stroke: 'stroke the fur of the _',
  mouse: 'the _ chases a mouse',
  purr: 'the _ purrs',
  park: 'walk the _ in the park',
  graze: 'the _ grazes in the meadow',
  ride: 'ride the _',
  milk: 'milk the _',
  ripe: 'the _ is ripe and sweet',
  eat: 'eat a _ at lunch',
  market: 'buy a _ at the market',
  juice: 'squeeze _ juice',
  peel: 'peel the _',
  tree: 'a _ tree in autumn',
  bunch: 'pick a _ from the bunch',
  chip: '_ releases a chip',
  shares: '_ shares fall',
  boss: 'the boss of _ speaks',
  phone: 'buy a phone from _',
  laptop: 'buy a laptop from _',
  graphics: 'a graphics driver from _',
  soup: 'eat the soup _',
  cup: 'a cup of something _ to drink',
  weather: 'the weather is _ today',
  bath: 'the bath water is _',
  oven: 'a _ oven',
  fridge: 'a _ fridge',
};
const zhWords: Readonly<Record<Word, string>> = {
  cat: '猫',
  dog: '狗',
  horse: '马',
  cow: '牛',
  apple: '苹果',
  pear: '梨',
  banana: '香蕉',
  grape: '葡萄',
  intel: '英特尔',
  nvidia: '英伟达',
  samsung: '三星',
  hot: '热',
  cold: '冷',
  zib: '兹布',
};
const zhFrames: Readonly<Record<FrameId, string>> = {
  feed: '早上要喂_',
  vet: '兽医给_做检查',
  thirst: '_在喝水',
  sofa: '_睡在沙发上',
  stroke: '摸摸_的毛',
  mouse: '_在追老鼠',
  purr: '_打起了呼噜',
  park: '牵着_逛公园',
  graze: '_在草地上吃草',
  ride: '骑着_',
  milk: '给_挤奶',
  ripe: '_又熟又甜',
  eat: '午饭后吃点_',
  market: '在集市上买_',
  juice: '榨一杯_汁',
  peel: '给_剥皮',
  tree: '秋天的_树',
  bunch: '一大串_',
  chip: '_发布了芯片',
  shares: '_的股价跌了',
  boss: '_的老板发言',
  phone: '买一部_手机',
  laptop: '买一台_笔记本',
  graphics: '_的显卡驱动',
  soup: '汤要趁_喝',
  cup: '喝一杯_的',
  weather: '今天天气很_',
  bath: '洗澡水是_的',
  oven: '烤箱是_的',
  fridge: '冰箱里是_的',
};
const pick = (frames: Readonly<Record<FrameId, string>>, word: string) =>
  Object.fromEntries(lessons.map((id) => [id, frames[id].replace('_', word)])) as Readonly<Record<Lesson, string>>;
const near = ({ neighbours }: Result, word: Word, names: Readonly<Record<Word, string>>) =>
  neighbours[word].slice(0, 2).map((one) => `${names[one.word]} ${formatFixed(one.cosine, 2)}`);

const en: Strings = {
  params: {
    taught: 'Sentences with the new word “zib”',
    company: 'Sentences in which apple is the company, in %',
    picked: 'Word',
  },
  options: { taught: pick(enFrames, enWords.zib), picked: enWords },
  columns: { word: 'Word', x: 'x', y: 'y', nearest: 'Nearest', cosine: 'Cosine' },
  summary: (result, { picked }) =>
    `Nearest to ${enWords[picked]}: ${near(result, picked, enWords).join(', ')}. zib and cat: ${formatFixed(result.zibCat, 2)}. Apple and pear: ${formatFixed(result.applePear, 2)}, apple and Samsung: ${formatFixed(result.appleSamsung, 2)}.`,
  words: enWords,
  frames: enFrames,
  groups: { animal: 'animals', fruit: 'fruit', company: 'companies', warmth: 'warmth', new: 'new word' },
  mapTitle: 'Map of 14 words',
  kept: (share) => `flat picture keeps ${formatPercent(share)} of the spread`,
  nearTo: (word) => `Nearest to “${word}”`,
  oneHot: (width) => `Cosine in all ${width} dimensions. As one-hot ids, every pair of words would be at 0.`,
  sentencesOf: (word) => `Sentences with “${word}”`,
  noSentences: 'None. A word that is never seen gets no direction: its vector is all zeros.',
  zibState: (cosine) => `zib and cat are each other’s nearest, at ${GOAL.cosine} or more (now ${cosine})`,
  fewState: (count) => `at most ${GOAL.sentences} sentences with zib (now ${count})`,
  appleState: (pear, samsung) => `apple equally far from pear (${pear}) and Samsung (${samsung}), within ${GOAL.apart}`,
};

const zh: Strings = {
  params: { taught: '含有新词“兹布”的句子', company: '含“苹果”的句子里，说公司的占百分之几', picked: '词' },
  options: { taught: pick(zhFrames, zhWords.zib), picked: zhWords },
  columns: { word: '词', x: 'x', y: 'y', nearest: '最近的词', cosine: '余弦' },
  summary: (result, { picked }) =>
    `离“${zhWords[picked]}”最近的是${near(result, picked, zhWords).join('、')}。兹布与猫 ${formatFixed(result.zibCat, 2)}；苹果与梨 ${formatFixed(result.applePear, 2)}，苹果与三星 ${formatFixed(result.appleSamsung, 2)}。`,
  words: zhWords,
  frames: zhFrames,
  groups: { animal: '动物', fruit: '水果', company: '公司', warmth: '冷热', new: '新词' },
  mapTitle: '14 个词的地图',
  kept: (share) => `平面图保留了 ${formatPercent(share)} 的差异`,
  nearTo: (word) => `离“${word}”最近的词`,
  oneHot: (width) => `在全部 ${width} 维里算的余弦。若用独热编号，任何两个词都是 0。`,
  sentencesOf: (word) => `含有“${word}”的句子`,
  noSentences: '一句也没有。从没出现过的词没有方向，它的向量全是 0。',
  zibState: (cosine) => `兹布与猫互为最近，余弦不低于 ${GOAL.cosine}（现在 ${cosine}）`,
  fewState: (count) => `含兹布的句子不超过 ${GOAL.sentences} 句（现在 ${count} 句）`,
  appleState: (pear, samsung) => `苹果离梨（${pear}）和三星（${samsung}）一样近，相差不超过 ${GOAL.apart}`,
};

export const strings = { en, zh };
export type MapStrings = Strings;
