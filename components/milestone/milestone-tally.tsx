/** How far a milestone is. Pass the same array each time. */
'use client';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { countDone } from '@/lib/milestone/steps';
import { strings } from './strings';

export function MilestoneTally({ keys, locale }: { readonly keys: readonly string[]; readonly locale: Locale }) {
  const done = useProgress(({ records }) => countDone(records, keys));
  return <span data-milestone-done={done}>{strings[locale].tally(done, keys.length)}</span>;
}
