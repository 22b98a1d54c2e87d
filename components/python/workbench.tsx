'use client';
/** The open exercise: editor, buttons, progress, results, solution. The learner's text lives in the editor alone. */
import type { EditorView } from '@codemirror/view';
import { useEffect, useId, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { hasPython } from '@/lib/python/downloaded';
import { ActivityLine } from './activity-line';
import { megabytes } from './bytes';
import { Editor } from './editor';
import { indentLess, indentMore, replaceText, showLine } from './editor-setup';
import type { ExerciseFiles, ExerciseRecord } from './exercise';
import { Results } from './results';
import { SolutionPanel } from './solution-panel';
import { strings } from './strings';
import { useRunner } from './use-runner';
import { useSavedCode } from './use-saved-code';
import { workbenchStrings } from './workbench-strings';

export type WorkbenchProps = {
  readonly locale: Locale;
  readonly files: ExerciseFiles;
  readonly downloadBytes: number;
  readonly record: ExerciseRecord;
  readonly takesFocus: boolean;
};

export function Workbench({ locale, files, downloadBytes, record, takesFocus }: WorkbenchProps) {
  const t = workbenchStrings[locale];
  const keysId = useId();
  const view = useRef<EditorView | null>(null);
  const [beforeReset, setBeforeReset] = useState<string | null>(null);
  const [solution, setSolution] = useState<'hidden' | 'asking' | 'shown'>('hidden');
  const [asked, setAsked] = useState(false);
  const [tabLeaves, setTabLeaves] = useState(false);
  const { activity, finished, run, stop } = useRunner();
  const saved = useSavedCode(record, files.starter, view);
  // Where Python has been before, the cost is nil and not worth a line.
  const [known] = useState(hasPython);
  const busy = activity.kind === 'booting' || activity.kind === 'running';

  async function start(mode: 'test' | 'run') {
    const editor = view.current;
    if (!editor || busy) return;
    saved.flush();
    showLine(editor, null, false);
    const sources = { 'exercise.py': editor.state.doc.toString(), 'test_exercise.py': files.tests };
    const done = await run(mode, sources);
    if (!done) return;
    const { tests, problem } = done.outcome;
    const failed = problem ?? tests.find((test) => test.problem?.file === 'exercise.py')?.problem ?? null;
    if (failed?.file === 'exercise.py') showLine(editor, failed.line, false);
    if (mode === 'test') {
      record.onResult?.({ passed: tests.filter((test) => test.outcome === 'pass').length, total: tests.length });
    }
  }

  // The editor keeps the first callback it is given; it must always reach the current one.
  const submit = useRef(start);
  useEffect(() => {
    submit.current = start;
  });

  function reset() {
    if (!view.current || busy) return;
    setBeforeReset(view.current.state.doc.toString());
    replaceText(view.current, files.starter);
  }

  function onChange(text: string) {
    setTabLeaves(false);
    if (text !== files.starter) setBeforeReset(null);
    saved.change(text);
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      <div className={solution === 'shown' ? 'grid grid-cols-1 gap-3 lg:grid-cols-2' : 'grid grid-cols-1 gap-3'}>
        <Editor
          text={saved.initial}
          label={t.editorLabel}
          describedBy={keysId}
          takesFocus={takesFocus}
          onReady={(ready) => {
            view.current = ready;
          }}
          onChange={onChange}
          onSubmit={() => void submit.current('test')}
          onEscape={() => setTabLeaves(true)}
        />
        {solution === 'shown' && <SolutionPanel text={files.solution} label={t.solutionLabel} />}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <button
          type="button"
          className="button button-primary aria-disabled:opacity-55"
          aria-disabled={busy}
          onClick={() => void start('test')}
        >
          {t.runTests}
        </button>
        <button
          type="button"
          className="button aria-disabled:opacity-55"
          aria-disabled={busy}
          onClick={() => void start('run')}
        >
          {t.run}
        </button>
        <button type="button" className="button aria-disabled:opacity-55" aria-disabled={busy} onClick={reset}>
          {t.reset}
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={solution === 'shown'}
          onClick={() => setSolution(solution === 'shown' ? 'hidden' : asked ? 'shown' : 'asking')}
        >
          {solution === 'shown' ? t.hideSolution : t.showSolution}
        </button>
        <span className="hidden gap-2 pointer-coarse:flex">
          <IndentButton label={t.outdent} sign="⇤" onPress={() => view.current && indentLess(view.current)} />
          <IndentButton label={t.indent} sign="⇥" onPress={() => view.current && indentMore(view.current)} />
        </span>
      </div>
      {activity.kind === 'idle' && !finished && !known && (
        <p className="text-soft text-sm">{strings[locale].cost(megabytes(downloadBytes))}</p>
      )}
      <p id={keysId} className="text-faint text-sm pointer-coarse:hidden">
        {t.keys(modifierName())}
        <span role="status" className="ms-2 text-soft">
          {tabLeaves ? t.tabLeaves : ''}
        </span>
      </p>
      {beforeReset !== null && beforeReset !== files.starter && (
        <p className="flex flex-wrap items-center gap-3 text-sm" role="status">
          {t.wasReset}
          <button
            type="button"
            className="button"
            onClick={() => {
              if (view.current) replaceText(view.current, beforeReset);
              setBeforeReset(null);
            }}
          >
            {t.undoReset}
          </button>
        </p>
      )}
      {solution === 'asking' && (
        <div className="flex flex-wrap items-center gap-3 rounded-md border border-line p-3 text-sm">
          <p>{t.askSolution}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setAsked(true);
              setSolution('shown');
            }}
          >
            {t.showIt}
          </button>
          <button type="button" className="button" onClick={() => setSolution('hidden')}>
            {t.notYet}
          </button>
        </div>
      )}
      <ActivityLine t={t} activity={activity} onStop={stop} />
      <Results
        t={t}
        finished={busy ? null : finished}
        onLine={(line) => view.current && showLine(view.current, line, true)}
      />
      <details className="text-sm">
        <summary className="min-h-7 text-soft">{t.tests}</summary>
        <SolutionPanel text={files.tests} label={t.tests} />
      </details>
    </div>
  );
}

function IndentButton(props: { readonly label: string; readonly sign: string; readonly onPress: () => void }) {
  // Without preventDefault the press would take the focus, and with it the phone's keyboard, away from the editor.
  return (
    <button
      type="button"
      className="button"
      aria-label={props.label}
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onPress}
    >
      {props.sign}
    </button>
  );
}

function modifierName(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
}
