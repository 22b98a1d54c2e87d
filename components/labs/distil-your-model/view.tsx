/** The gap and what closed it, the two courses of learning, the settings of the school, and the passports of teacher and student. */
'use client';
import { useMemo } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { WorkBar } from '@/components/labs/frame/work-bar';
import { LineChart } from '@/components/ui/plot/line-chart';
import { passportOf } from '@/lib/thread/passport';
import { core, type params, type Result } from './core';
import { GapBar } from './gap-bar';
import { type Given, type Lesson, STEPS } from './school';
import { strings } from './strings';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function DistilYourModel(props: LabProps) {
  const { model } = useModel();
  const given = useMemo<Given>(() => ({ model, outcome: null }), [model]);
  return (
    <LabFrame
      {...props}
      core={core}
      strings={strings}
      view={View}
      controls={[]}
      given={given}
      worker={makeWorker}
      ownWork
    />
  );
}

function View({ locale, values, result, set, work }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosen = useModel();
  const { model } = chosen;
  const { usable, hopeless, alone, taught, teacherLoss, student } = result;
  const kept = useMemo(() => student && { ...student, name: `${t.studentName} · ${model.name}` }, [student, t, model]);
  const points = (lesson: Lesson | null) => (lesson?.curve ?? []).map(({ step, loss }) => ({ x: step, y: loss }));
  return (
    <>
      <ModelBar locale={locale} chosen={chosen} />
      {!usable && <p className="mb-4 text-bad">{t.foreign}</p>}
      <Controls core={core} names={['temperature', 'alpha', 'written']} strings={t} values={values} set={set} />
      {work && <WorkBar t={frameStrings[locale]} work={work} label={t.work?.(values) ?? ''} auto={false} />}
      <GapBar result={result} t={t} />
      {hopeless && <p className="mt-3 text-bad">{t.hopeless}</p>}
      <div className="mt-4">
        <LineChart
          title={t.curveTitle}
          lines={[
            { id: 'alone', name: t.alone, tone: 'text-data-2', points: points(alone) },
            { id: 'taught', name: t.taught, tone: 'text-data-1', points: points(taught) },
          ]}
          levels={teacherLoss === null ? [] : [{ id: 'teacher', name: t.teacher, y: teacherLoss }]}
          to={STEPS}
          range={rangeOf(result)}
          unit={t.steps}
          empty={t.empty}
        />
      </div>
      {alone && taught && student && (
        <p className="mt-1 text-sm text-soft">{t.stopped(alone.bestStep, taught.bestStep)}</p>
      )}
      <p className="mt-1 text-xs text-soft">{t.note}</p>
      <Controls core={core} names={['own']} strings={t} values={values} set={set} />
      <ModelPassport
        locale={locale}
        before={{ passport: passportOf(model), config: model.config }}
        after={kept && { passport: passportOf(kept), config: kept.config }}
        keep={kept}
      />
    </>
  );
}

const HIGHEST = 3.4;
const LOWEST_TOP = 2.4;

/** From a little below the teacher to a little above the worst look of either student. */
function rangeOf({ alone, taught, teacherLoss }: Result): readonly [number, number] {
  const worst = [alone, taught].flatMap((lesson) => (lesson?.curve ?? []).map(({ loss }) => loss));
  return [Math.max(0, (teacherLoss ?? 0.8) - 0.3), Math.min(HIGHEST, Math.max(LOWEST_TOP, ...worst) + 0.2)];
}
