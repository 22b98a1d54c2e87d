/** A path as its link describes it, before anything is stored: what, in which order, by when, and what adding it means. */
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { Records } from '@/lib/progress/records';
import { lessonStatus } from '@/lib/progress/selectors';
import { addDays } from '@/lib/share/day';
import type { PathLesson, SharedPath } from '@/lib/share/path-code';
import { byStage, careerOf, findLesson, matchLessons, type ShareRoad } from '@/lib/share/road-view';
import { AddPathSlot } from './add-path-slot';
import { Facts } from './facts';
import { formatDay } from './format-day';
import { SharePathButton } from './share-path-button';
import { StatusMark } from './status-mark';
import { Strata } from './strata';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly road: ShareRoad;
  readonly path: SharedPath;
  /** The reader's own progress, drawn into the path. */
  readonly records: Records;
};

export function PathPreview({ locale, road, path, records }: Props) {
  const t = strings[locale];
  const { known, unknown } = matchLessons(road, path.lessons);
  const career = careerOf(road, path);
  /** Numbered as the mentor did, so that lessons not shown leave a gap. */
  const places = new Map(path.lessons.map(({ id }, i) => [id, i + 1]));
  const minutes = known.reduce((sum, { lesson }) => sum + lesson.minutes, 0);
  const stateOf = (id: number) => lessonStatus(records, id);
  const lastDue = Math.max(...path.lessons.map(({ due = -1 }) => due));
  const dueDay = (due: number) => (path.start === undefined ? undefined : addDays(path.start, due));
  const end = lastDue >= 0 ? dueDay(lastDue) : undefined;
  return (
    <article data-share="path">
      <p className="kicker">{[t.pathKicker, t.version(path.version)].join(t.separator)}</p>
      <h1 className="font-semibold text-2xl">{path.title.trim() ? <bdi>{path.title}</bdi> : t.untitled}</h1>
      <Facts
        facts={[
          [t.from, path.mentor && <bdi>{path.mentor}</bdi>],
          [
            t.size,
            [t.lessons(path.lessons.length), unknown > 0 ? t.timeAtLeast(minutes) : t.time(minutes)].join(t.separator),
          ],
          [t.starts, path.start && formatDay(path.start, locale)],
          [t.ends, end && formatDay(end, locale)],
        ]}
      />
      {career && (
        <p className={`mt-3 text-sm ${career.isTrue ? 'text-soft' : 'border-warn border-l-2 bg-warn-wash px-4 py-3'}`}>
          {career.isTrue ? t.career(career.name) : t.falseCareer(career.name)}
        </p>
      )}
      <AddPathSlot locale={locale} path={path} road={road} records={records} />
      <div className="mt-6">
        <Strata
          label={t.overview}
          layers={byStage(road, known).map((stage) => ({
            stage: stage.id,
            title: stage.title,
            note: stage.items.length > 0 ? t.lessons(stage.items.length) : '',
            stones: stage.items.map(({ id, lesson }) => ({
              id,
              state: stateOf(lesson.id),
              title: lesson.title,
              minutes: lesson.minutes,
            })),
          }))}
        />
      </div>
      <h2 className="mt-8 border-line border-b pb-1 font-semibold">{t.inOrder}</h2>
      <ol>
        {known.map((item) => {
          const { lesson, due, note } = item;
          return (
            <li
              key={item.id}
              data-stage={lesson.stage}
              className="grid grid-cols-[2rem_1fr] border-line border-b py-2 tabular-nums"
            >
              <span className="border-accent border-l-2 py-1 pl-2 text-faint text-sm">{places.get(item.id)}</span>
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-4">
                  <SiteLink
                    href={routes.lesson(locale, lesson.stage, lesson.slug)}
                    className="quiet-link flex-1 basis-56 py-0.5 text-ink"
                  >
                    {lesson.title}
                  </SiteLink>
                  <span className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
                    <span>{t.time(lesson.minutes)}</span>
                    {due !== undefined && <DueDate locale={locale} day={dueDay(due)} days={due} />}
                    {stateOf(lesson.id) !== 'todo' && (
                      <StatusMark state={stateOf(lesson.id)} words={t.states[stateOf(lesson.id)]} />
                    )}
                  </span>
                </p>
                <MentorNote note={note} label={t.note} />
              </div>
            </li>
          );
        })}
      </ol>
      {unknown > 0 && <p className="mt-4 text-soft">{t.unknown(unknown)}</p>}
      <div className="mt-6">
        <SharePathButton locale={locale} path={path} titleOf={(id) => findLesson(road, id)?.title} />
      </div>
    </article>
  );
}

function DueDate({
  locale,
  day,
  days,
}: {
  readonly locale: Locale;
  readonly day: string | undefined;
  readonly days: number;
}) {
  const t = strings[locale];
  if (day === undefined) return <span>{t.dueAfter(days)}</span>;
  return (
    <span>
      {t.due} <time dateTime={day}>{formatDay(day, locale)}</time>
    </span>
  );
}

/** Plain text of somebody else: kept apart from ours, its direction its own, never markup. */
function MentorNote({ note, label }: { readonly note: PathLesson['note']; readonly label: string }) {
  if (!note) return null;
  return (
    <p className="mt-1 mb-1 whitespace-pre-line border-line border-l-2 pl-3 text-sm text-soft" dir="auto">
      <span className="sr-only">{label}: </span>
      {note}
    </p>
  );
}
