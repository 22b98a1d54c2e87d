/** The one line of a text that shows best why it was found, cut to what a result has room for. */
import { countIn, readText } from './read-text';
import { fold } from './tokenize';

/** In columns; a Han character takes two. */
const ROOM = 150;
/** A line shorter than this is a label. */
const SHORT = 24;
/** Kept before the first match where no sentence begins near it. */
const BEFORE = 24;
const wordAtEnd = /[\w.-]{1,24}$/;

export function contextLine(text: string, forms: ReadonlySet<string>): string {
  const lines = text.split('\n').filter((line) => line !== '');
  const scored = lines.map((line) => ({ line, score: told(line, forms) * Math.min(1, columns(line) / SHORT) }));
  const best = scored.reduce(
    (most, each) => (each.score > most.score ? each : most),
    scored[0] ?? { line: '', score: 0 },
  );
  return cut(best.line, forms);
}

/** Longer terms say more; one that is part of another still counts, as both were looked for. */
function told(line: string, forms: ReadonlySet<string>): number {
  const text = readText(line);
  let sum = 0;
  for (const form of forms) if (countIn(text, form) > 0) sum += columns(form);
  return sum;
}

function cut(line: string, forms: ReadonlySet<string>): string {
  if (columns(line) <= ROOM) return line;
  const start = startOfCut(line, forms);
  const end = endOfRoom(line, start);
  const body = line.slice(start, end);
  const isInWord = /[\w-]/.test(line.charAt(end));
  const whole = (isInWord ? body.replace(wordAtEnd, '') : body).trim();
  return `${start > 0 ? '…' : ''}${whole}${end < line.length ? '…' : ''}`;
}

function endOfRoom(line: string, start: number): number {
  let end = start;
  for (let room = ROOM; end < line.length && room > 0; end++) room -= columns(line.charAt(end));
  return end;
}

/** The last sentence from which the room holds most of what was looked for; from within a sentence, when that is a long one. */
function startOfCut(line: string, forms: ReadonlySet<string>): number {
  const starts = [0, ...[...line.matchAll(/[。；！？]|[.;!?]\s+/gu)].map(({ 0: mark, index }) => index + mark.length)];
  const best = starts
    .map((start) => ({ start, score: told(line.slice(start, endOfRoom(line, start)), forms) }))
    .reduce((most, each) => (each.score >= most.score ? each : most));
  const first = firstMatch(line, forms, best.start);
  if (best.score > 0 && columns(line.slice(best.start, first)) <= ROOM / 2) return best.start;
  if (first === line.length) return 0;
  return wordBefore(line, first);
}

function firstMatch(line: string, forms: ReadonlySet<string>, from: number): number {
  const folded = fold(line);
  // Folding may change lengths (ligatures); then places are not to be trusted.
  if (folded.length !== line.length) return line.length;
  const places = [...forms].map((form) => folded.indexOf(form, from)).filter((place) => place >= 0);
  return Math.min(line.length, ...places);
}

/** A little before a place, at a clause or a word. */
function wordBefore(line: string, place: number): number {
  let start = place;
  for (let room = BEFORE; start > 0 && room > 0; start--) room -= columns(line.charAt(start - 1));
  const before = line.slice(start, place);
  const clause = /[，,、：:]\s*/u.exec(before);
  if (clause) return start + clause.index + clause[0].length;
  const space = before.indexOf(' ');
  return /\w/.test(line.charAt(start)) && space >= 0 ? start + space + 1 : start;
}

const isWide = (character: string): boolean => character >= '\u2e80';
const columns = (text: string): number => [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
