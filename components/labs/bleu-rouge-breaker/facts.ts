/**
 * Reads three facts out of a sentence by rules over words: what happens to the backups, how many there are, which weekday.
 * It understands nothing: a fact is null where the words are missing or point both ways. The reference is read by the same rules,
 * so a wrong fact is one that both sentences state and state differently.
 */
import type { Language } from './examples';

export const factIds = ['fate', 'count', 'day'] as const;
export type FactId = (typeof factIds)[number];
export type Facts = {
  readonly fate: 'keep' | 'delete' | null;
  readonly count: number | null;
  /** 1 is Monday, 7 Sunday. */
  readonly day: number | null;
};

type Rules = {
  /** Finds words for keeping and destroying, cues that turn one into the other, and ends of sentences, in groups of these names. */
  readonly fate: RegExp;
  readonly numbers: (text: string) => number[];
  readonly days: (text: string) => number[];
};

const englishNumbers = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
  ],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];
const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const chineseDays = ['一二三四五六日', '一二三四五六天'];

const english: Rules = {
  fate: /(?<end>[.!?;])|\b(?:(?<negation>not|never|no(?!,)|cannot|without|avoid\w*|refrain\w*|forb[aio]d\w*|prohibit\w*|banned|\w+n['’]t)|(?<destroy>delet\w+|remov\w+|eras\w+|wip(?:e|es|ed|ing)|purg\w+|destroy\w*|discard\w*)|(?<keep>keep\w*|kept|stay\w*|remain\w*|retain\w*|preserv\w+))\b/gi,
  numbers(text) {
    const words = text.toLowerCase().match(/\d+(?:,\d{3})*|[a-z]+/g) ?? [];
    return words.flatMap((word) => {
      if (/^\d/.test(word)) return [Number(word.replaceAll(',', ''))];
      if (word === 'dozen') return [12];
      const value = englishNumbers.indexOf(word);
      return value < 0 ? [] : [value];
    });
  },
  days: (text) => englishDays.flatMap((day, i) => (new RegExp(`\\b${day}`, 'i').test(text) ? [i + 1] : [])),
};

const chinese: Rules = {
  fate: /(?<end>[。！？；])|(?<negation>不|没|(?<![分特个区级])别(?!人)|未(?!来)|勿|莫|禁止|严禁)|(?<destroy>删|清除|清空|抹掉|抹去|销毁|移除|丢掉)|(?<keep>保留|保存|保住|留)/gu,
  numbers(text) {
    const digits = (text.match(/\d+/g) ?? []).map(Number);
    const written = [...text.matchAll(/([零〇一二两三四五六七八九十百千]+)\s*[份个套组批]/gu)];
    return [...digits, ...written.map((match) => readChineseNumber(match[1] ?? ''))];
  },
  days: (text) =>
    [...text.matchAll(/(?:周|星期|礼拜)([一二三四五六日天])/gu)].map(
      (match) => Math.max(...chineseDays.map((week) => week.indexOf(match[1] ?? ''))) + 1,
    ),
};

/** 十二 is 12, 一百二十 is 120, 两千零五 is 2005. */
function readChineseNumber(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit !== undefined) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else digit = character === '两' ? 2 : Math.max(0, '〇一二三四五六七八九'.indexOf(character));
  }
  return sum + digit;
}

/** The one value all mentions agree on, or null. */
function agreed<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** Each verb with the negations before it, back to the last verb or the start of the sentence: an odd number turns it round. */
function readFate(text: string, pattern: RegExp): Facts['fate'] {
  const fates: ('keep' | 'delete')[] = [];
  let negations = 0;
  for (const { groups } of text.matchAll(pattern)) {
    if (groups?.end !== undefined) negations = 0;
    if (groups?.negation !== undefined) negations += 1;
    if (groups?.keep === undefined && groups?.destroy === undefined) continue;
    const turned = negations % 2 === 1;
    fates.push((groups.keep !== undefined) === turned ? 'delete' : 'keep');
    negations = 0;
  }
  return agreed(fates);
}

export function readFacts(text: string, language: Language): Facts {
  const rules = language === 'zh' ? chinese : english;
  return {
    fate: readFate(text, rules.fate),
    count: agreed(rules.numbers(text)),
    day: agreed(rules.days(text)),
  };
}
