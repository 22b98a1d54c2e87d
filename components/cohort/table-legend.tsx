/** What the marks mean, drawn by the rules that draw the table. */
import type { Locale } from '@/lib/i18n/locale';
import { tableStrings } from './table-strings';

export function TableLegend({ locale }: { readonly locale: Locale }) {
  const t = tableStrings[locale];
  const marks = [
    ['done', t.states.done],
    ['doing', t.states.doing],
    ['doing stalled', t.stalled],
    ['skipped', t.states.skipped],
    ['todo', t.states.todo],
  ] as const;
  return (
    <ul aria-label={t.legend} className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-soft text-sm">
      {marks.map(([mark, words]) => (
        <li key={mark} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={`cohort-key mark ${mark}`} />
          {words}
        </li>
      ))}
    </ul>
  );
}
