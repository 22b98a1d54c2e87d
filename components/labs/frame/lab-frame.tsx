/** The frame around every lab: prediction, goal, controls, playback, undo, share, summary, table, code, error boundary. */
'use client';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Dictionary } from '@/lib/i18n/dictionary';
import { type LabCore, startGiven } from '@/lib/labs/core';
import type { ParamTable, ParamValues } from '@/lib/labs/params';
import { CodeView } from './code-view';
import { Controls } from './controls';
import { DataTable } from './data-table';
import { ErrorBoundary } from './error-boundary';
import { Goal } from './goal';
import type { LabProps, LabStrings, LabView } from './lab-types';
import { Playback } from './playback';
import { Predict } from './predict';
import { strings as frameStrings } from './strings';
import { Summary } from './summary';
import { Toolbar } from './toolbar';
import { useLabState } from './use-lab-state';
import { useWork } from './use-work';
import { WorkBar } from './work-bar';

type Props<T extends ParamTable, R, G> = LabProps & {
  readonly core: LabCore<T, R, G>;
  readonly strings: Dictionary<LabStrings<T, R>>;
  readonly view: LabView<T, R>;
  /** Parameters shown as standard controls, in this order. The view handles the others itself. */
  readonly controls: readonly (keyof T & string)[];
  /** The view shows the playback itself, beside what each step changes. */
  readonly ownPlayback?: boolean;
  /** What the lab works on instead of `core.given()`: the learner's own model. Keep it the same object between renders. */
  readonly given?: G | undefined;
  /** The view shows the state of the long work itself. */
  readonly ownWork?: boolean;
  /** Makes the worker of `core.work`. Must be the same function each time. */
  readonly worker?: () => Worker;
};

const reducedMotion = '(prefers-reduced-motion: reduce)';

function useMotion(): boolean {
  return useSyncExternalStore(
    (notify) => {
      const query = window.matchMedia(reducedMotion);
      query.addEventListener('change', notify);
      return () => query.removeEventListener('change', notify);
    },
    () => !window.matchMedia(reducedMotion).matches,
    () => false,
  );
}

export function LabFrame<T extends ParamTable, R, G = void>(props: Props<T, R, G>) {
  const t = frameStrings[props.locale];
  // Alone on a page the outline must not jump from the page's h1 to the lab's h3.
  const Kicker = props.standalone ? 'h2' : 'p';
  return (
    <section className="lab" data-lab={props.core.id} aria-labelledby={`lab-${props.core.id}`}>
      <header className="lab-head">
        <Kicker className="lab-kicker">{t.lab}</Kicker>
        <h3 id={`lab-${props.core.id}`} className="lab-title">
          {props.text.title}
        </h3>
        <p className="lab-claim">{props.text.claim}</p>
      </header>
      <ErrorBoundary message={t.broken} retry={t.restart}>
        <LabBody {...props} />
      </ErrorBoundary>
    </section>
  );
}

function LabBody<T extends ParamTable, R, G>({
  core,
  strings,
  view: View,
  controls,
  ownPlayback,
  ownWork,
  given: replaced,
  worker,
  locale,
  text,
  start,
  standalone,
  onGoal,
}: Props<T, R, G>) {
  const t = frameStrings[locale];
  const own = strings[locale];
  const state = useLabState(core, { start, standalone });
  const { values, set } = state;
  const first = useMemo(() => startGiven(core), [core]);
  const { given, work } = useWork(core, replaced ?? first, values, worker);
  const result = useMemo(() => core.run(values, given), [core, values, given]);
  const goal = useMemo(() => core.goal(result, values), [core, result, values]);
  const table = useMemo(() => core.table(result, values), [core, result, values]);
  const motion = useMotion();
  const started = work !== null && core.autoWork !== true && work.phase !== 'idle';

  const reported = useRef(false);
  useEffect(() => {
    if (!goal.met || reported.current) return;
    reported.current = true;
    onGoal?.();
  }, [goal.met, onGoal]);

  const seed = Object.keys(core.params).find((name) => core.params[name]?.kind === 'seed');
  const solving = useRef(false);
  const [asked, setAsked] = useState(0);
  const solve = () => {
    solving.current = true;
    set((core.solve?.(given) ?? core.solution) as Partial<ParamValues<T>>);
    setAsked(asked + 1);
  };
  // A solution that needs work shows once the work is done with the new values, which stand only after this render.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, by the press
  useEffect(() => {
    if (!solving.current) return;
    solving.current = false;
    if (!core.autoWork) work?.start();
  }, [asked]);

  return (
    <>
      <Predict t={t} text={text.predict} answer={core.predict} id={core.id} touched={state.touched || started} />
      <p className="lab-task">
        <span className="lab-label">{t.goal}</span> {text.goal}
      </p>
      <div className="lab-view">
        <View locale={locale} values={values} result={result} set={set} motion={motion} work={work} />
      </div>
      {core.play && !ownPlayback && (
        <Playback
          t={t}
          step={Math.min(Number(values[core.play.param]), core.play.last(result))}
          last={core.play.last(result)}
          onStep={(step) => core.play && set({ [core.play.param]: step } as Partial<ParamValues<T>>)}
        />
      )}
      <Controls core={core} names={controls} strings={own} values={values} set={set} />
      {work && !ownWork && (
        <WorkBar t={t} work={work} label={own.work?.(values) ?? t.start} auto={core.autoWork === true} />
      )}
      <Goal t={t} state={goal} onSolve={solve} />
      <Summary text={own.summary(result, values)} label={t.now} />
      <Toolbar
        t={t}
        core={core}
        values={values}
        locale={locale}
        undo={state.canUndo ? state.undo : null}
        reset={state.reset}
        seed={
          seed
            ? { value: Number(values[seed]), set: (value) => set({ [seed]: value } as Partial<ParamValues<T>>) }
            : null
        }
      />
      <div className="lab-more">
        <DataTable id={core.id} label={t.table} table={table} columns={own.columns} />
        <CodeView t={t} id={core.id} reference={text.reference} />
      </div>
    </>
  );
}
