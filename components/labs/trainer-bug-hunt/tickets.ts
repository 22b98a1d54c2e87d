/**
 * Support tickets of three kinds, drawn from word lists of our own: 76% questions, 16% complaints, 8% praise.
 * A word comes from its class's list with probability 0.4, from a random class's with 0.06, else from words all share.
 */
import type { Random } from '@/lib/random';

export const CLASSES = ['question', 'complaint', 'praise'] as const;
export type Ticket = { readonly words: readonly string[]; readonly label: number };

const OWN = [
  'how where when can change find reset invoice which set export why',
  'crash slow broken again lost refund charged error waiting wrong',
  'love great thanks perfect fast helpful works best',
].map((words) => words.split(' '));
const SHARED = 'the app my page order team a update login card since it with today please is account report'.split(' ');
const LIKELY = 0.4;
const STRAY = 0.06;

export function drawTickets(random: Random, count: number): readonly Ticket[] {
  return Array.from({ length: count }, () => {
    const kind = random.next();
    const label = kind < 0.76 ? 0 : kind < 0.92 ? 1 : 2;
    const words = Array.from({ length: 4 + random.integer(8) }, () => {
      const source = random.next();
      const list = source < LIKELY ? OWN[label] : source < LIKELY + STRAY ? OWN[random.integer(OWN.length)] : SHARED;
      return (list ?? SHARED)[random.integer((list ?? SHARED).length)] ?? '';
    });
    return { words, label };
  });
}
