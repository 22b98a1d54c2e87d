import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatInteger } from '@/lib/format-number';
import type { params, Result } from './core';
import type { Language } from './texts';

type Strings = LabStrings<typeof params, Result> & {
  readonly training: string;
  readonly tokens: string;
  readonly counts: (counts: { characters: number; bytes: number; tokens: number }) => string;
  readonly nextPair: string;
  readonly nextIs: (count: number, id: number) => string;
  readonly finished: string;
  readonly legend: string;
  readonly learned: (count: number) => string;
  readonly nothingLearned: string;
  readonly unseen: string;
  readonly sentence: Readonly<Record<Language, string>>;
  readonly cost: (tokens: number, perCharacter: string) => string;
  readonly characters: string;
  readonly bytes: string;
  readonly yours: string;
  readonly courseTitle: string;
  readonly courseLabel: Readonly<Record<Language, string>>;
  readonly oneEach: string;
  readonly courseNote: (goal: { zh: number; en: number; merges: number }) => string;
  readonly merges: string;
  readonly leaked: string;
  readonly realTitle: string;
  /** Token counts of the two sentences, one tokenizer after the other. */
  readonly realCourse: (zh: string, en: string) => string;
  readonly vocabulary: (tokens: string) => string;
  readonly realNote: string;
};

const plural = (count: number, noun: string) => `${formatInteger(count)} ${noun}${count === 1 ? '' : 's'}`;

const en: Strings = {
  params: { corpus: 'Train the tokenizer on', text: 'Training text', step: 'Merges', marked: 'Marked token' },
  options: { corpus: { en: 'English', zh: 'Chinese', code: 'Python', both: 'half and half', own: 'my own' } },
  columns: {
    id: 'Token',
    piece: 'Stands for',
    left: 'Left',
    right: 'Right',
    count: 'Seen',
    zh: 'Chinese, tokens per character',
    en: 'English, tokens per character',
  },
  summary: ({ step, ids, characters, bytes, heldOut }) =>
    `After ${plural(step, 'merge')} the training text takes ${plural(ids.length, 'token')} for ${plural(characters, 'character')} (${plural(bytes, 'byte')}). Unseen Chinese costs ${formatFixed(heldOut.zh.perCharacter, 2)} tokens per character, unseen English ${formatFixed(heldOut.en.perCharacter, 2)}.`,
  training: 'Training text in tokens',
  tokens: 'tokens',
  counts: ({ characters, bytes, tokens }) =>
    `${plural(characters, 'character')} · ${plural(bytes, 'byte')} · ${plural(tokens, 'token')} · ${formatFixed(tokens === 0 ? 0 : bytes / tokens, 2)} bytes per token`,
  nextPair: 'Most frequent pair',
  nextIs: (count, id) => `seen ${count}× → token ${id}`,
  finished: 'No step left.',
  legend:
    'Each box is one token. Hex digits are bytes that do not make a whole character yet. Thick underline: the pair to be merged next.',
  learned: (count) => `Merges learned: ${count}. Press one to mark it in the text.`,
  nothingLearned: 'None yet: every byte is a token.',
  unseen: 'Two sentences it has not seen',
  sentence: { zh: 'Chinese', en: 'English' },
  cost: (tokens, perCharacter) => `${tokens} tokens, ${perCharacter} per character`,
  characters: 'characters',
  bytes: 'bytes',
  yours: 'tokens',
  courseTitle: 'Tokens per character of the unseen sentences',
  courseLabel: { zh: 'Chinese', en: 'English' },
  oneEach: 'one each',
  courseNote: (goal) =>
    `Thin lines: the goal, ${goal.zh} for Chinese and ${goal.en} for English, up to ${goal.merges} merges. Dashed: the merges still to come.`,
  merges: 'merges',
  leaked:
    'Your text holds part of the Chinese test sentence. A score on text it was trained on proves nothing, so the goal stays open.',
  realTitle: 'Real tokenizers on the same two sentences',
  realCourse: (zh, en) => `Tokens with GPT-2, GPT-4, GPT-4o: Chinese ${zh}, English ${en}`,
  vocabulary: (tokens) => `${tokens} tokens`,
  realNote: 'Counted with the published merge tables. Hex digits: a token that ends inside a character.',
};

const zh: Strings = {
  params: { corpus: '用什么训练分词器', text: '训练文本', step: '合并次数', marked: '标出的词元' },
  options: { corpus: { en: '英文', zh: '中文', code: 'Python', both: '中英各半', own: '自己写' } },
  columns: {
    id: '词元',
    piece: '代表',
    left: '左',
    right: '右',
    count: '出现次数',
    zh: '中文：词元 / 字符',
    en: '英文：词元 / 字符',
  },
  summary: ({ step, ids, characters, bytes, heldOut }) =>
    `合并 ${step} 次之后，训练文本的 ${formatInteger(characters)} 个字符（${formatInteger(bytes)} 字节）用 ${formatInteger(ids.length)} 个词元表示。没见过的中文每个字符要 ${formatFixed(heldOut.zh.perCharacter, 2)} 个词元，没见过的英文要 ${formatFixed(heldOut.en.perCharacter, 2)} 个。`,
  training: '切成词元的训练文本',
  tokens: '词元',
  counts: ({ characters, bytes, tokens }) =>
    `${formatInteger(characters)} 个字符 · ${formatInteger(bytes)} 字节 · ${formatInteger(tokens)} 个词元 · 每个词元 ${formatFixed(tokens === 0 ? 0 : bytes / tokens, 2)} 字节`,
  nextPair: '最常见的一对',
  nextIs: (count, id) => `出现 ${count} 次 → 词元 ${id}`,
  finished: '没有下一步了。',
  legend: '每个框是一个词元；十六进制数是还没拼成完整字符的字节；粗下划线是下一步要合并的一对。',
  learned: (count) => `已学到 ${count} 次合并。点一个，就在文本里标出它。`,
  nothingLearned: '还没有合并：每个字节就是一个词元。',
  unseen: '两句它没见过的话',
  sentence: { zh: '中文', en: '英文' },
  cost: (tokens, perCharacter) => `${tokens} 个词元，每个字符 ${perCharacter} 个`,
  characters: '字符',
  bytes: '字节',
  yours: '词元',
  courseTitle: '没见过的句子：每个字符要几个词元',
  courseLabel: { zh: '中文', en: '英文' },
  oneEach: '一字一个',
  courseNote: (goal) =>
    `细线是目标：中文 ${goal.zh}，英文 ${goal.en}，合并不超过 ${goal.merges} 次。虚线是后面的合并。`,
  merges: '合并次数',
  leaked: '你的文本里有中文测试句的一段。在训练过的文本上得分高，什么也证明不了，所以目标不算达成。',
  realTitle: '同样两句话，真实的分词器怎么切',
  realCourse: (zh, en) => `GPT-2、GPT-4、GPT-4o 的词元数：中文 ${zh}，英文 ${en}`,
  vocabulary: (tokens) => `词表 ${tokens} 个词元`,
  realNote: '按公开的合并表切分。十六进制数表示词元断在一个字符中间。',
};

export const strings = { en, zh };
export type BpeStrings = Strings;
