/** Why something failed: Python's own words, the line to go to, an explanation, the traceback on request. */
import type { Problem } from '@/lib/python/protocol';
import type { WorkbenchStrings } from './workbench-strings';

type Props = {
  readonly t: WorkbenchStrings;
  readonly problem: Problem;
  readonly onLine: (line: number) => void;
};

/** Names of our own limits mean nothing to a Python programmer; the explanation says it all. */
const ownTypes = new Set(['TimeLimit', 'OutputLimit']);

export function isOwnLimit(problem: Problem): boolean {
  return ownTypes.has(problem.type);
}

export function ProblemView({ t, problem, onLine }: Props) {
  const { type, message, hint, file, line, traceback } = problem;
  const explanation = t.hints[hint];
  const inExercise = file === 'exercise.py' && line !== null;
  return (
    <div className="grid grid-cols-1 gap-1">
      {!isOwnLimit(problem) && (
        <p className="whitespace-pre-wrap break-words font-mono text-sm">
          {type === 'AssertionError' ? message : `${type}${message ? `: ${message}` : ''}`}
        </p>
      )}
      {explanation && hint !== 'assertion' && <p>{explanation}</p>}
      {line !== null && file !== null && (
        <p className="text-soft">
          {inExercise ? (
            <button
              type="button"
              className="min-h-7 underline underline-offset-4"
              aria-label={t.goToLine(line)}
              onClick={() => onLine(line)}
            >
              {t.line(file, line)}
            </button>
          ) : (
            t.line(file, line)
          )}
        </p>
      )}
      {traceback && (
        <details>
          <summary className="min-h-7 text-soft">{t.traceback}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a region that scrolls must take focus */}
          <pre tabIndex={0} className="max-h-80 overflow-auto rounded-sm bg-sunken p-3 font-mono text-sm leading-6">
            {traceback}
          </pre>
        </details>
      )}
    </div>
  );
}
