/** The cohort in one line, and the lessons that hold it up, with the names of whom to talk to. */
import { SiteLink } from '@/components/ui/site-link';
import { stuckPoints } from '@/lib/cohort/stuck';
import type { Column, Row, Table } from '@/lib/cohort/table';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { localDay } from '@/lib/local-day';
import { dayWords } from './day-words';
import { tableStrings } from './table-strings';

type Props = {
  readonly locale: Locale;
  readonly table: Table;
  /** Learners of the whole cohort. */
  readonly all: number;
  readonly elsewhere: number;
};

const namedInSummary = 2;

export function CohortSummary({ locale, table, all, elsewhere }: Props) {
  const t = tableStrings[locale];
  const { rows, median, columns } = table;
  const points = stuckPoints(columns);
  const newer = rows.filter(({ standing }) => standing.unknown > 0).length;
  const line = [
    rows.length === all ? t.learners(all) : t.shown(rows.length, all),
    ...(median === undefined ? [] : [t.median(median)]),
    ...points
      .slice(0, namedInSummary)
      .map(({ stalled, skipped, lesson }) => t.stuckOn(stalled + skipped, lesson.title)),
  ];
  return (
    <>
      <p className="hidden text-soft text-sm print:block">{t.printed(dayWords(localDay(new Date()), locale))}</p>
      <h2 className="font-semibold text-xl tabular-nums" data-summary>
        {line.join(t.separator)}
      </h2>
      {elsewhere > 0 && <p className="mt-1 text-soft text-sm">{t.elsewhere(elsewhere)}</p>}
      {newer > 0 && <p className="mt-1 text-soft text-sm">{t.newerLessons(newer)}</p>}
      {rows.length > 1 && (
        <details className="mt-3 max-w-3xl text-sm" open={points.length > 0}>
          <summary className="font-medium">{t.stuck}</summary>
          {points.length === 0 ? (
            <p className="mt-1">{t.noStuck}</p>
          ) : (
            <ul className="mt-1">
              {points.map((point) => (
                <StuckPoint
                  key={point.lesson.id}
                  locale={locale}
                  point={point}
                  rows={rows}
                  at={columns.indexOf(point)}
                />
              ))}
            </ul>
          )}
          <p className="mt-1 text-faint">{t.stuckHint}</p>
        </details>
      )}
    </>
  );
}

type PointProps = {
  readonly locale: Locale;
  readonly point: Column;
  readonly rows: readonly Row[];
  /** Its place among the columns. */
  readonly at: number;
};

function StuckPoint({ locale, point, rows, at }: PointProps) {
  const t = tableStrings[locale];
  const { lesson, stalled, skipped, done, doing } = point;
  const counts = [
    ...(stalled > 0 ? [t.stalledBy(stalled)] : []),
    ...(skipped > 0 ? [t.skippedBy(skipped)] : []),
    t.reached(done + doing + skipped),
  ];
  const held = rows.filter(({ cells }) => cells[at]?.isStalled || cells[at]?.state === 'skipped');
  return (
    <li data-stage={lesson.stage} className="border-accent border-l-2 py-1 pl-3">
      <SiteLink href={routes.lesson(locale, lesson.stage, lesson.slug)} className="quiet-link font-medium text-ink">
        {lesson.title}
      </SiteLink>
      <span className="block text-soft tabular-nums">{counts.join(t.list)}</span>
      <span className="block wrap-anywhere">
        {held.map(({ key, name }, i) => (
          <bdi key={key}>
            {name || t.nameless}
            {i < held.length - 1 && t.list}
          </bdi>
        ))}
      </span>
    </li>
  );
}
