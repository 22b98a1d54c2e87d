/**
 * The tokenizers of sacreBLEU 2.6.0, so that a BLEU score here is the BLEU score of a paper: `13a` (mteval-v13a, the
 * default), `intl` (mteval-v14, by Unicode classes), `zh` (each Chinese character a token), `char` and `none`.
 * Sources: Post 2018, "A Call for Clarity in Reporting BLEU Scores" (arXiv 1804.08771), and the released tokenizers.
 */
export type BleuTokenizer = '13a' | 'intl' | 'zh' | 'char' | 'none';

/** What sacreBLEU's language (Python) takes for white space; JavaScript's \s differs in six characters. */
const spaces = new Set(
  [9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].concat(
    Array.from({ length: 11 }, (_, i) => 0x2000 + i),
  ),
);

export function isSpace(character: string): boolean {
  return spaces.has(character.codePointAt(0) ?? 0);
}

/** Words between runs of white space; none for an empty text. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (!isSpace(character)) word += character;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  return words;
}

/** ASCII punctuation but apostrophe, comma, hyphen and full stop, which depend on their neighbours. */
const WESTERN: readonly (readonly [RegExp, string])[] = [
  [/([{-~[-` -&(-+:-@/])/gu, ' $1 '],
  [/([^0-9])([.,])/gu, '$1 $2 '],
  [/([.,])([^0-9])/gu, ' $1 $2'],
  [/([0-9])(-)/gu, '$1 $2 '],
];

const INTERNATIONAL: readonly (readonly [RegExp, string])[] = [
  [/(\P{N})(\p{P})/gu, '$1 $2 '],
  [/(\p{P})(\P{N})/gu, ' $1 $2'],
  [/(\p{S})/gu, ' $1 '],
];

function replaceAll(text: string, rules: readonly (readonly [RegExp, string])[]): string {
  return rules.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);
}

/**
 * Code points that `zh` sets apart. The first is no slip of ours: sacreBLEU writes extension B as '\u20000', which Python
 * reads as U+2000 and a zero. So quotation marks, dashes and arrows are tokens, and real extension B is not split.
 */
const CHINESE: readonly (readonly [first: number, last: number])[] = [
  [0x2001, 0x2a6d],
  [0x2e80, 0x2eff],
  [0x2f00, 0x2fdf],
  [0x2ff0, 0x303f],
  [0x3100, 0x312f],
  [0x31a0, 0x31bf],
  [0x31c0, 0x31ef],
  [0x3200, 0x33ff],
  [0x3400, 0x4db5],
  [0x4e00, 0x9fbb],
  [0xf900, 0xfa2d],
  [0xfa30, 0xfa6a],
  [0xfa70, 0xfad9],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
];

function isChinese(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return CHINESE.some(([first, last]) => code >= first && code <= last);
}

function unescapeMarkup(text: string): string {
  return text
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

function trimEnd(text: string): string {
  const characters = Array.from(text);
  while (characters.length > 0 && isSpace(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

/** Tokens of one segment, as sacreBLEU counts them. Total: any text gives a list, an empty one an empty list. */
export function tokenize(text: string, tokenizer: BleuTokenizer): string[] {
  const line = trimEnd(text);
  switch (tokenizer) {
    case '13a':
      return splitWords(replaceAll(` ${unescapeMarkup(line)} `, WESTERN));
    case 'intl':
      return splitWords(replaceAll(line, INTERNATIONAL));
    case 'zh':
      return splitWords(
        replaceAll(Array.from(splitEdges(line), (one) => (isChinese(one) ? ` ${one} ` : one)).join(''), WESTERN),
      );
    case 'char':
      return Array.from(line).filter((one) => !isSpace(one));
    case 'none':
      return splitWords(line);
  }
}

/** The text without leading white space, which would otherwise shield a full stop at its head from the rules. */
function splitEdges(line: string): string {
  let start = 0;
  while (start < line.length && isSpace(line[start] ?? '')) start += 1;
  return line.slice(start);
}
