/** A learner's progress as somebody else sees it: read-only, the sender's own percentage. */
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { Records } from '@/lib/progress/records';
import { tally } from '@/lib/progress/selectors';
import type { PathRef } from '@/lib/share/fields';
import { byStage, type MatchedStage, matchLessons, type ShareRoad } from '@/lib/share/road-view';
import type { Snapshot, SnapshotLesson } from '@/lib/share/snapshot-code';
import { findPath } from '@/lib/share/stored-path';
import { Facts } from './facts';
import { formatDay } from './format-day';
import { StatusMark } from './status-mark';
import { Strata } from './strata';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly road: ShareRoad;
  readonly snapshot: Snapshot;
  readonly code: string;
  /** The reader's own: the name of a path they have. */
  readonly records: Records;
};

export function SnapshotView({ locale, road, snapshot, code, records }: Props) {
  const t = strings[locale];
  const { known, unknown } = matchLessons(road, snapshot.lessons);
  const stages = byStage(road, known);
  const listed = stages.filter((stage) => stage.items.length > 0);
  const { done, counted, skipped, percent } = tally(snapshot.lessons.map((lesson) => lesson.state));
  const lastDay = snapshot.lessons.reduce((last, { changed = '' }) => (changed > last ? changed : last), '');
  return (
    <article data-share="snapshot">
      <p className="kicker">{t.snapshotKicker}</p>
      <h1 className="font-semibold text-2xl">{snapshot.name ? <bdi>{snapshot.name}</bdi> : t.someone}</h1>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-semibold text-5xl tabular-nums" data-percent={percent}>
          {percent}%
        </span>
        <span className="text-soft tabular-nums">
          {[counted > 0 ? t.sum(done, counted) : t.nothingCounts, skipped > 0 ? t.skippedSum(skipped) : '']
            .filter(Boolean)
            .join(t.separator)}
        </span>
      </p>
      <Facts
        facts={[
          [t.taken, formatDay(snapshot.taken, locale)],
          [t.lastWork, lastDay && formatDay(lastDay, locale)],
          [t.size, snapshot.path && pathWords(locale, road, records, snapshot.path)],
        ]}
      />
      <p className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        {/* Behind # as everywhere; that page reads it, shows it and asks. */}
        <SiteLink className="button" href={`${routes.cohort(locale)}#${code}`}>
          {t.cohort}
        </SiteLink>
        <span className="min-w-0 flex-1 basis-64 text-faint text-sm">{t.cohortHint}</span>
      </p>
      <div className="mt-6">
        <Strata
          label={t.overview}
          layers={stages.map((stage) => ({
            stage: stage.id,
            title: stage.title,
            note: stage.items.length > 0 ? doneOf(stage, t.doneOf) : '',
            stones: stage.items.map(({ id, state, lesson }) => ({
              id,
              state,
              minutes: lesson.minutes,
              title: `${lesson.title}${t.separator}${t.states[state]}`,
            })),
          }))}
        />
        <p className="mt-2 text-faint text-sm">{t.legend}</p>
      </div>
      {unknown > 0 && <p className="mt-4 text-soft">{t.unknownCounted(unknown)}</p>}
      {listed.map((stage) => (
        <section key={stage.id} data-stage={stage.id} className="mt-8">
          <h2 className="flex items-baseline justify-between gap-4 border-accent border-b pb-1 font-semibold">
            {stage.title}
            <span className="font-normal text-soft text-sm tabular-nums">{doneOf(stage, t.doneOf)}</span>
          </h2>
          <ul>
            {stage.items.map(({ id, state, changed, lesson }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 border-line border-b py-1.5">
                <SiteLink
                  href={routes.lesson(locale, lesson.stage, lesson.slug)}
                  className="quiet-link min-w-0 flex-1 basis-56 py-1 text-ink"
                >
                  {lesson.title}
                </SiteLink>
                <span className="flex items-center gap-3 tabular-nums">
                  {changed && (
                    <time dateTime={changed} className="text-faint text-sm">
                      {formatDay(changed, locale)}
                    </time>
                  )}
                  <StatusMark state={state} words={t.states[state]} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}

function pathWords(locale: Locale, road: ShareRoad, records: Records, { id, version }: PathRef): string {
  const t = strings[locale];
  const title = findPath(records, id)?.title.trim() || road.careers.find((career) => career.id === id)?.name;
  return title ? t.ofPath(title, version) : t.ofOtherPath(version);
}

/** Counted like the percentage: what was skipped is not in the total. */
function doneOf(stage: MatchedStage<SnapshotLesson>, words: (done: number, total: number) => string): string {
  const { done, counted } = tally(stage.items.map((item) => item.state));
  return words(done, counted);
}
