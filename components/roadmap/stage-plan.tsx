/** How to get through a stage: weeks at three paces, which reads without scripts, and the learner's own pace beside it. */
import '@/components/ui/stage-room.css';
import { StagePace } from '@/components/paths/stage-pace';
import type { Milestone, Stage } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { stepKey } from '@/lib/milestone/steps';
import type { RoadLesson } from '@/lib/paths/road';
import { paceExamples, weeksAt } from '@/lib/paths/stage-pace';
import { stageStrings } from './stage-strings';

type Props = {
  readonly stage: Stage;
  /** Of the whole road. */
  readonly lessons: readonly RoadLesson[];
  readonly milestone: Milestone | undefined;
  readonly locale: Locale;
};

export function StagePlan({ stage, lessons, milestone, locale }: Props) {
  const t = stageStrings[locale];
  const ofStage = lessons.filter((lesson) => lesson.stage === stage.id);
  const minutes = ofStage.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const extra = milestone?.minutes ?? 0;
  return (
    <section>
      <h2>{t.plan}</h2>
      <div className="stage-plan">
        <table>
          <caption>{t.sum(ofStage.length, t.hours(minutes), extra > 0 ? t.hours(extra) : '')}</caption>
          <tbody>
            {paceExamples.map((pace) => (
              <tr key={pace.minutes}>
                <th scope="row">{t.pace(pace.minutes, pace.days)}</th>
                <td data-weeks={weeksAt(minutes + extra, pace)}>{t.weeks(weeksAt(minutes + extra, pace))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="stage-room">
          <StagePace
            lessons={lessons}
            stage={stage.id}
            milestone={{ minutes: extra, keys: (milestone?.steps ?? []).map(({ id }) => stepKey(stage.id, id)) }}
            locale={locale}
          />
        </div>
      </div>
    </section>
  );
}
