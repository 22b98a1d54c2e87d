'use client';
/**
 * The exercise of a lesson. This island is small: the workbench (editor, runner, results) is loaded when the reader
 * comes near or asks, Python itself only when a program is run.
 */
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { megabytes } from './bytes';
import { exerciseUrl } from './exercise-url';
import { strings } from './strings';
import type { WorkbenchProps } from './workbench';

export type ExerciseFiles = { readonly starter: string; readonly tests: string; readonly solution: string };
type Opened = { readonly Workbench: ComponentType<WorkbenchProps>; readonly files: ExerciseFiles };
export type ExerciseResult = { readonly passed: number; readonly total: number };

/** What is kept of the learner's work, and who is told about changes. All of it may be left out. */
export type ExerciseRecord = {
  /** The learner's code; undefined or null while it is being read or where there is none. May arrive late. */
  readonly code?: string | null | undefined;
  readonly result?: ExerciseResult | null | undefined;
  readonly onCode?: (code: string) => void;
  readonly onResult?: (result: ExerciseResult) => void;
};

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  /** Bytes the first run downloads, from `pythonDownloadBytes()` on the server. */
  readonly downloadBytes: number;
  readonly record?: ExerciseRecord;
  /** `<ExerciseListing>`, rendered on the server. */
  readonly children: ReactNode;
};

export function Exercise({ locale, slug, downloadBytes, record, children }: Props) {
  const t = strings[locale];
  const root = useRef<HTMLElement>(null);
  const [phase, setPhase] = useState<'closed' | 'opening' | 'failed'>('closed');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fresh, setFresh] = useState<ExerciseResult | null>(null);
  const [focusOnOpen, setFocusOnOpen] = useState(false);
  const result = fresh ?? record?.result ?? null;

  function open() {
    setPhase('opening');
    Promise.all([import('./workbench'), fetchFiles(slug)]).then(
      ([{ Workbench }, files]) => setOpened({ Workbench, files }),
      () => setPhase('failed'),
    );
  }

  const openOnce = useRef(open);
  useEffect(() => {
    const element = root.current;
    if (!element || savesData()) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        openOnce.current();
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <section
      ref={root}
      aria-label={t.label}
      className="exercise my-8 max-w-none font-ui text-base leading-normal"
      data-exercise={slug}
      data-result={outcome(result)}
    >
      {opened ? (
        <opened.Workbench
          locale={locale}
          files={opened.files}
          downloadBytes={downloadBytes}
          record={{
            ...record,
            onResult: (next) => {
              setFresh(next);
              record?.onResult?.(next);
            },
          }}
          takesFocus={focusOnOpen}
        />
      ) : (
        <>
          <p className="mb-3 print:hidden [:root:not(.js)_&]:hidden flex flex-wrap items-center gap-x-4 gap-y-2 text-soft text-sm">
            <button
              type="button"
              className="button button-primary"
              aria-disabled={phase === 'opening'}
              onClick={() => {
                setFocusOnOpen(true);
                open();
              }}
            >
              {phase === 'opening' ? t.opening : phase === 'failed' ? t.retry : t.open}
            </button>
            <span>{t.cost(megabytes(downloadBytes))}</span>
          </p>
          {children}
        </>
      )}
    </section>
  );
}

async function fetchFiles(slug: string): Promise<ExerciseFiles> {
  const read = async (file: 'exercise.py' | 'solution.py' | 'test_exercise.py') => {
    const response = await fetch(exerciseUrl(slug, file));
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  };
  const [starter, solution, tests] = await Promise.all([
    read('exercise.py'),
    read('solution.py'),
    read('test_exercise.py'),
  ]);
  return { starter, solution, tests };
}

function outcome(result: ExerciseResult | null): 'none' | 'fail' | 'pass' {
  if (!result || result.total === 0) return 'none';
  return result.passed === result.total ? 'pass' : 'fail';
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
