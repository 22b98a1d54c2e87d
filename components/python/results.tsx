/** The outcome of a run: one line that says it all, then each test with its message, then what was printed. */
import type { RunOutcome, TestResult } from '@/lib/python/protocol';
import { isOwnLimit, ProblemView } from './problem-view';
import type { Finished } from './use-runner';
import type { WorkbenchStrings } from './workbench-strings';

type Props = {
  readonly t: WorkbenchStrings;
  /** The last outcome; null before the first run and while one is going on. */
  readonly finished: Finished | null;
  readonly onLine: (line: number) => void;
};

export function Results({ t, finished, onLine }: Props) {
  return (
    <div className={finished ? 'grid grid-cols-1 gap-3 text-sm' : ''}>
      {/* Stands in the page before there is anything to say: a live region that arrives with its text is not read out. */}
      <div role="status">{finished && <Summary t={t} finished={finished} />}</div>
      {finished && <Details t={t} finished={finished} onLine={onLine} />}
    </div>
  );
}

function Summary({ t, finished }: { readonly t: WorkbenchStrings; readonly finished: Finished }) {
  const good = isGood(finished);
  const look = good ? 'border-good bg-good-wash text-good' : 'border-bad bg-bad-wash text-bad';
  return (
    <p className={`rounded-md border p-3 font-medium ${look}`} data-summary={good ? 'good' : 'bad'}>
      <span aria-hidden="true">{good ? '✓ ' : '✗ '}</span>
      {summary(t, finished)}
    </p>
  );
}

type DetailsProps = Props & { readonly finished: Finished };

function Details({ t, finished: { mode, outcome, unfinished }, onLine }: DetailsProps) {
  return (
    <>
      {unfinished && <p>{t.unfinished(unfinished)}</p>}
      {outcome.problem && <ProblemView t={t} problem={outcome.problem} onLine={onLine} />}
      {mode === 'test' && (
        <ol className="border-line border-t">
          {outcome.tests.map((test) => (
            <TestRow key={test.name} t={t} test={test} onLine={onLine} />
          ))}
        </ol>
      )}
      {(mode === 'run' || outcome.problem) && <Printed t={t} outcome={outcome} />}
    </>
  );
}

function isGood({ mode, outcome }: Finished): boolean {
  if (outcome.status !== 'finished' || outcome.problem) return false;
  return mode === 'run' || (outcome.tests.length > 0 && outcome.tests.every((test) => test.outcome === 'pass'));
}

function summary(t: WorkbenchStrings, { mode, outcome }: Finished): string {
  const seconds = (outcome.ms / 1000).toFixed(outcome.ms < 100 ? 2 : 1);
  if (outcome.status === 'killed') return t.killed(seconds);
  if (outcome.status === 'crashed') return t.crashed;
  if (outcome.status === 'cancelled') return t.cancelled;
  const { problem } = outcome;
  if (problem && mode === 'test') return t.notRun;
  if (problem) return isOwnLimit(problem) ? t.stoppedByLimit : t.stoppedBy(problem.type);
  if (mode === 'run') return t.ran(seconds);
  const passed = outcome.tests.filter((test) => test.outcome === 'pass').length;
  return passed === outcome.tests.length ? t.allPass(passed) : t.somePass(passed, outcome.tests.length);
}

const marks = { pass: '✓', fail: '✗', skipped: '–' } as const;
const inks = { pass: 'text-good', fail: 'text-bad', skipped: 'text-faint' } as const;

function TestRow(props: {
  readonly t: WorkbenchStrings;
  readonly test: TestResult;
  readonly onLine: (line: number) => void;
}) {
  const { t, test, onLine } = props;
  return (
    <li className="border-line border-b py-2" data-test={test.name} data-outcome={test.outcome}>
      <div className="flex gap-2">
        <span aria-hidden="true" className={`w-4 flex-none text-center font-semibold ${inks[test.outcome]}`}>
          {marks[test.outcome]}
        </span>
        <span className="min-w-0 break-words">
          {test.doc || <code className="font-mono">{test.name}</code>}
          <span className={test.outcome === 'pass' ? 'sr-only' : `ms-2 ${inks[test.outcome]}`}>{t[test.outcome]}</span>
        </span>
      </div>
      {test.problem && (
        <div className="mt-1 ms-6 grid grid-cols-1 gap-2">
          <ProblemView t={t} problem={test.problem} onLine={onLine} />
        </div>
      )}
      {test.outcome === 'fail' && test.output && <Output t={t} text={test.output} className="ms-6 mt-2" />}
    </li>
  );
}

function Printed({ t, outcome }: { readonly t: WorkbenchStrings; readonly outcome: RunOutcome }) {
  if (!outcome.output)
    return outcome.status === 'finished' && !outcome.problem ? <p className="text-soft">{t.noOutput}</p> : null;
  return (
    <>
      <Output t={t} text={outcome.output} />
      {outcome.problem?.hint === 'output' && <p className="text-soft">{t.limitShown}</p>}
    </>
  );
}

function Output({
  t,
  text,
  className = '',
}: {
  readonly t: WorkbenchStrings;
  readonly text: string;
  readonly className?: string;
}) {
  return (
    <figure className={`m-0 ${className}`}>
      <figcaption className="text-faint text-xs">{t.output}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a region that scrolls must take focus */}
      <pre tabIndex={0} className="max-h-80 overflow-auto rounded-sm bg-sunken p-3 font-mono leading-6">
        {text}
      </pre>
    </figure>
  );
}
