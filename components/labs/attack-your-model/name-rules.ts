/** What may be done to a name: at most two letters replaced, vowels by vowels and consonants by consonants, underscores kept. */
import { MAX_NAME_LENGTH } from '@/lib/thread/alphabet';

/** From the thread's data set. */
export const names = [
  'sort_users_by_email',
  'train_hidden_matrix',
  'group_quoted_fields',
  'get_client_by_status',
  'load_config_from_file',
  'parse_next_token',
] as const;
export const MAX_FLIPS = 2;
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const VOWELS = 'aeiou';

/** Whether `to` may stand where the name has `from`. A letter may always stay. */
export function allowed(from: string, to: string): boolean {
  return (
    to === from || (LETTERS.includes(from) && LETTERS.includes(to) && VOWELS.includes(from) === VOWELS.includes(to))
  );
}

/** The attacked name that any text stands for: letters that are not allowed, and flips after the second, are undone. */
export function cleanAttack(name: string, text: string): string {
  let flips = 0;
  return Array.from(name, (from, i) => {
    const to = text[i] ?? from;
    if (to === from || !LETTERS.includes(to) || !allowed(from, to) || flips === MAX_FLIPS) return from;
    flips += 1;
    return to;
  }).join('');
}

/** Places, from 0, at which the two differ. */
export function flippedPlaces(name: string, attacked: string): number[] {
  return Array.from(name, (from, i) => (attacked[i] === from ? -1 : i)).filter((i) => i >= 0);
}

/** `attacked` with one more letter replaced; a third flip takes the place of the first. */
export function flip(name: string, attacked: string, place: number, to: string): string {
  const put = (text: string, at: number, letter: string) => text.slice(0, at) + letter + text.slice(at + 1);
  const next = put(attacked, place, to);
  const others = flippedPlaces(name, next).filter((at) => at !== place);
  const oldest = others[0];
  return others.length < MAX_FLIPS || oldest === undefined ? next : put(next, oldest, name[oldest] ?? '');
}

/** First place, from 0, at or before `place` that holds a letter. */
export function letterPlace(name: string, place: number): number {
  const at = Math.min(place, Math.min(name.length, MAX_NAME_LENGTH)) - 1;
  return name[at] === '_' ? at - 1 : Math.max(0, at);
}
