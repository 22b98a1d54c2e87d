/** When a path may be finished, as a window: at the learner's plan and at the pace that was measured. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { writeDay } from '@/lib/paths/civil-day';
import type { Lens } from '@/lib/paths/lens';
import type { RoadLesson } from '@/lib/paths/road';
import { outlookOn } from '@/lib/paths/situation';
import { formatDayRange } from './format-civil-day';
import { strings } from './strings';
import { useSituation } from './use-situation';

type Props = { readonly lens: Lens; readonly lessons: readonly RoadLesson[]; readonly locale: Locale };

export function FinishLine({ lens, lessons, locale }: Props) {
  const t = strings[locale];
  const situation = useSituation({ lessons });
  // The line keeps its place until the day is known.
  if (!situation || lens.lessons.length === 0) return <p className="mt-3 min-h-6" />;
  const { left, finish } = outlookOn(lens, situation);
  if (!finish) return <p className="mt-3 min-h-6">{lens.unknown > 0 ? t.finishedUnknown : t.finished}</p>;
  const { earliest, latest } = finish;
  return (
    <p className="mt-3 min-h-6" data-finish={`${writeDay(earliest)}/${writeDay(latest)}`}>
      {t.finish} <strong className="font-semibold">{formatDayRange(earliest, latest, locale, situation.today)}</strong>
      <span className="text-soft">
        {t.separator}
        {t.left(t.time(left))}
      </span>
    </p>
  );
}
