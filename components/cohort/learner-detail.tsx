/** A learner's row, opened: every lesson with its day, the snapshots kept, and what can be done with the row. */
'use client';
import { StatusIcon } from '@/components/progress/status-icon';
import { forgetSnapshot } from '@/lib/cohort/actions';
import { openKept } from '@/lib/cohort/cohort';
import type { Row } from '@/lib/cohort/table';
import type { Locale } from '@/lib/i18n/locale';
import { tally } from '@/lib/progress/selectors';
import type { ShareRoad } from '@/lib/share/road-view';
import { cohort } from './cohort-store';
import { dayWords } from './day-words';
import { LearnerActions } from './learner-actions';
import { learnerStrings } from './learner-strings';
import { tableStrings } from './table-strings';

type Props = {
  readonly locale: Locale;
  readonly road: ShareRoad;
  readonly row: Row;
  /** The row is gone, and the focus with it. */
  readonly onGone: () => void;
};

export function LearnerDetail({ locale, road, row, onGone }: Props) {
  const t = learnerStrings[locale];
  const { standing } = row;
  const { learner, lastDay, unknown, before, beforeTaken } = standing;
  const { done, doing, skipped, todo } = tally(learner.newest.lessons.map(({ state }) => state));
  const facts = [
    t.sums(done, doing, skipped, todo),
    ...(before && row.gained !== undefined
      ? [tableStrings[locale].since(row.gained, dayWords(beforeTaken, locale))]
      : []),
    ...(lastDay ? [t.active(dayWords(lastDay, locale))] : []),
    t.taken(dayWords(learner.newest.taken, locale)),
    ...(learner.newest.path ? [t.ofPath] : []),
  ];
  return (
    <div className="grid grid-cols-1 gap-4 py-3 text-sm">
      <p className="tabular-nums">{facts.join(t.separator)}</p>
      <LearnerActions locale={locale} learner={learner} onGone={onGone} />
      <Lessons locale={locale} road={road} row={row} />
      {unknown > 0 && <p className="text-soft">{tableStrings[locale].unknown(unknown)}</p>}
      {learner.kept.length > 1 && <History locale={locale} row={row} />}
    </div>
  );
}

function Lessons({ locale, road, row }: Pick<Props, 'locale' | 'road' | 'row'>) {
  const t = tableStrings[locale];
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      {road.stages.map((stage) => {
        const lessons = road.lessons.filter(({ id, stage: at }) => at === stage.id && row.standing.cells.has(id));
        if (lessons.length === 0) return null;
        return (
          <section key={stage.id} data-stage={stage.id}>
            <h3 className="border-accent border-b pb-1 font-medium">{stage.title}</h3>
            <ul>
              {lessons.map(({ id, title }) => {
                const cell = row.standing.cells.get(id);
                if (!cell) return null;
                return (
                  <li key={id} className="flex items-start gap-2 py-0.5">
                    <StatusIcon status={cell.state} />
                    <span className="min-w-0 flex-1">
                      {title}
                      <span className="sr-only">{`: ${t.states[cell.state]}`}</span>
                      {cell.isStalled && <span className="block text-warn">{t.stalled}</span>}
                    </span>
                    {cell.day && (
                      <time className="text-faint tabular-nums" dateTime={cell.day}>
                        {dayWords(cell.day, locale)}
                      </time>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Newest first. Each can be taken out, such as one that a wrong clock dated into the future. */
function History({ locale, row }: Pick<Props, 'locale' | 'row'>) {
  const t = learnerStrings[locale];
  const { learner } = row.standing;
  return (
    <section>
      <h3 className="font-medium">{t.history}</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {learner.kept.map((kept) => {
          const snapshot = openKept(kept);
          if (!snapshot) return null;
          const day = dayWords(kept.taken, locale);
          return (
            <li key={kept.key} className="flex items-center gap-1.5 tabular-nums">
              <time dateTime={kept.taken}>{day}</time>
              <span className="text-soft">{t.percent(tally(snapshot.lessons.map(({ state }) => state)).percent)}</span>
              <button
                type="button"
                className="size-7 rounded-sm text-soft hover:text-ink print:hidden"
                aria-label={t.forget(day)}
                onClick={() => forgetSnapshot(cohort, learner, kept.key)}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
