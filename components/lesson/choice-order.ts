/**
 * Where the choices of a check stand on the page. Authors write the right one first more often than not, so the place in the
 * source would give it away. What is stored of an answer is that place all the same: an order may change, old answers keep their meaning.
 */
import { stableHash } from '@/lib/thread/split';

/** Places in the source, in the order shown: a rotation that hangs on `key`, the same in both languages and for every learner. */
export function choiceOrder(key: string, n: number): number[] {
  const first = n > 0 ? stableHash(key) % n : 0;
  return Array.from({ length: n }, (_, i) => (i + first) % n);
}
