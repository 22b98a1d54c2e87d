/**
 * Whose code is it? The words around it in a chat, a mail or a sheet mostly say so. Only ever a guess: it is offered in a field
 * that the mentor can correct.
 *
 * Chats put the name before the code: `Mei: lw1s…`, `[23/11/26, 09:41] Mei: lw1s…`, or on a line of its own, mostly with the time,
 * above the message. Sheets put it into the same row.
 */
import { cleanName, isName } from './person';

/** `before` and `after` reach to the neighbouring codes or to the ends of the text. */
export function guessName(before: string, after: string): string | undefined {
  const above = before.split('\n').map(withoutTime);
  const same = above.pop() ?? { text: '', hadTime: false };
  const nearest = above.filter((line) => line.text !== '' || line.hadTime).slice(-linesAbove);
  const here = { ...same, text: withoutLink(same.text) };
  const header = nearest.findLast((line) => line.hadTime && isLikely(headOf(line.text)));
  const titled = nearest.findLast((line) => /:\s*$/.test(line.text) && isLikely(headOf(line.text)));
  const [next = ''] = after.split('\n');
  const guesses = [
    here.hadTime || !header ? colonHead(here.text) : undefined,
    header && headOf(header.text),
    titled && headOf(titled.text),
    colonHead(here.text),
    here.text,
    withoutTime(next.replace(/^[^\s(（,，—-]+/, '')).text,
    nearest.at(-1)?.text,
  ];
  return guesses.map((guess) => tidy(guess ?? '')).find(isLikely);
}

/** A message of more lines than this has its name too far above to be trusted. */
const linesAbove = 6;

type Line = { readonly text: string; readonly hadTime: boolean };

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const times = new RegExp(
  [
    String.raw`\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?:T(?=\d))?`,
    String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}`,
    String.raw`\d{1,2}月\d{1,2}日`,
    String.raw`(?<!\p{L})(?:${months})[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?(?!\d)`,
    String.raw`(?<!\d)\d{1,2}\.?\s(?:${months})[a-z]*\.?(?:\s\d{4})?(?!\p{L})`,
    String.raw`(?:上午|下午|早上|晚上|凌晨|中午|傍晚)?\s?(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?(?:\s?[ap]\.?m\b\.?)?`,
    String.raw`(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})`,
    String.raw`(?<!\p{L})(?:today|yesterday)(?:\sat)?(?!\p{L})`,
    '(?:星期|周)[一二三四五六日天]|今天|昨天|前天',
  ].join('|'),
  'giu',
);

function withoutTime(line: string): Line {
  const text = line.replace(times, ' ');
  return { text: text.replace(/[[(]\s*,?\s*[\])]/g, ' ').trim(), hadTime: text !== line };
}

/** Takes off the address that ends in the code, which may follow the name without a blank. */
function withoutLink(text: string): string {
  return text.replace(/(?:https?:\/\/|www\.)[!-~]*$|[!-~]*[#=/][!-~]*$/, '');
}

const headOf = (line: string): string => tidy(line.split(':', 1)[0] ?? '');

const colonHead = (line: string): string | undefined => (line.includes(':') ? headOf(line) : undefined);

/** Takes off what chats, lists, mails and sheets put around a name. */
function tidy(text: string): string {
  return cleanName(
    text
      .replace(/^[\s>|*•·\-–—~,;.#@\d)]+/u, '')
      .replace(/[\s>|*•·\-–—~,;:#@([|/\\]+$/u, '')
      .replace(/,?\s(?:at|wrote|says)$|\s?写道$/u, '')
      .replace(/^\((.*)\)$|^([^(]*)\)$/u, '$1$2')
      .replace(/^["'“”‘’【[](.*?)["'“”‘’】\]]$/u, '$1'),
  );
}

/** Words of messages about progress, not of names. */
const talk =
  /(?<!\p{L})(?:my|mine|me|here|is|the|this|progress|snapshot|link|code|hi|hello|hey|thanks?|please|see|done|week|from)(?!\p{L})|我|你|这|的|进度|快照|链接|分享|老师|大家|谢谢|学完|本周|[!?。！？…]/iu;

function isLikely(guess: string): boolean {
  if (!isName(guess) || !/\p{L}/u.test(guess) || talk.test(guess) || /:\/\/|\w@\w/.test(guess)) return false;
  const words = guess.split(' ').length;
  const han = guess.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words <= 4 && han <= 10 && guess.length <= 40;
}
