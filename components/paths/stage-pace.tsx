/** The learner's own pace, and when what is left of a stage is done at it. The pace is the one of "My paths": set here, it counts there. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { countDone } from '@/lib/milestone/steps';
import { writeDay } from '@/lib/paths/civil-day';
import { finishWindow, minutesLeft } from '@/lib/paths/pace';
import type { RoadLesson } from '@/lib/paths/road';
import type { Situation } from '@/lib/paths/situation';
import { milestoneMinutesLeft } from '@/lib/paths/stage-pace';
import { formatDayRange } from './format-civil-day';
import { PaceControl } from './pace-control';
import { stagePaceStrings } from './stage-pace-strings';
import { useSituation } from './use-situation';

type Props = {
  /** Of the whole road: work on any of them shows how fast the learner is. */
  readonly lessons: readonly RoadLesson[];
  readonly stage: string;
  readonly milestone: { readonly minutes: number; readonly keys: readonly string[] };
  readonly locale: Locale;
};

export function StagePace(props: Props) {
  const situation = useSituation(props);
  return (
    <>
      <PaceControl lessons={props.lessons} locale={props.locale} />
      {/* The line keeps its place until the day is known. */}
      <p className="mt-3 min-h-12">{situation && <Outlook {...props} situation={situation} />}</p>
    </>
  );
}

function Outlook({ lessons, stage, milestone, locale, situation }: Props & { readonly situation: Situation }) {
  const t = stagePaceStrings[locale];
  const { records, pace, measured, today } = situation;
  const { minutes, keys } = milestone;
  const ofStage = lessons.filter((lesson) => lesson.stage === stage);
  const left = minutesLeft(records, ofStage) + milestoneMinutesLeft(minutes, countDone(records, keys), keys.length);
  const finish = finishWindow(left, pace, { measured, today });
  if (!finish) return t.finished;
  const { earliest, latest } = finish;
  return (
    <span data-finish={`${writeDay(earliest)}/${writeDay(latest)}`}>
      {t.finish} <strong className="font-semibold">{formatDayRange(earliest, latest, locale, today)}</strong>
      <span className="text-soft"> · {t.left(t.hours(left))}</span>
    </span>
  );
}
