/** Word for word what a path's link holds. */
import type { Locale } from '@/lib/i18n/locale';
import { addDays } from '@/lib/share/day';
import type { SharedPath } from '@/lib/share/path-code';
import { Facts } from './facts';
import { formatDay } from './format-day';
import { strings } from './sheet-strings';

type Props = {
  readonly locale: Locale;
  readonly path: SharedPath;
  readonly titleOf?: ((id: number) => string | undefined) | undefined;
};

export function PathContents({ locale, path, titleOf }: Props) {
  const t = strings[locale];
  const notes = path.lessons.filter(({ note }) => note).length;
  const sum = [
    t.holdVersion(path.version),
    t.holdLessons(path.lessons.length),
    ...(notes > 0 ? [t.holdNotes(notes)] : []),
  ];
  return (
    <section className="mt-4 border-line border-y py-4 text-sm">
      <h3 className="font-medium">{t.holds}</h3>
      <p className="mt-2 font-semibold">{path.title.trim() ? <bdi>{path.title}</bdi> : t.untitled}</p>
      <p className="text-soft tabular-nums">{sum.join(' · ')}</p>
      <Facts
        facts={[
          [t.from, path.mentor && <bdi>{path.mentor}</bdi>],
          [t.starts, path.start && formatDay(path.start, locale)],
        ]}
      />
      {/* Scrolled by keyboard too, hence the place in the order of tabs. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above. */}
      <ol aria-label={t.inOrder} tabIndex={0} className="mt-3 max-h-64 overflow-y-auto border-line border-t">
        {path.lessons.map(({ id, due, note }, i) => (
          <li key={id} className="grid grid-cols-[2rem_1fr] border-line border-b py-1.5 tabular-nums">
            <span className="text-faint">{i + 1}</span>
            <div className="min-w-0">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span>{titleOf?.(id) ?? t.lessonNumber(id)}</span>
                {due !== undefined && <span className="text-soft">{dueWords(locale, path.start, due)}</span>}
              </p>
              {note && (
                <p className="mt-0.5 whitespace-pre-line border-line border-l-2 pl-3 text-soft" dir="auto">
                  <span className="sr-only">{t.note}: </span>
                  {note}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-faint">{t.neverProgress}</p>
    </section>
  );
}

function dueWords(locale: Locale, start: string | undefined, due: number): string {
  const t = strings[locale];
  const day = start === undefined ? undefined : addDays(start, due);
  return day === undefined ? t.dueAfter(due) : t.due(formatDay(day, locale));
}
