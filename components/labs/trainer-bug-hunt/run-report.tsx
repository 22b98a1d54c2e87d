/** What the run prints, then its scores, always against the class that is right most often. */
import type { Result } from './core';
import { LossCurve } from './loss-curve';
import type { strings } from './strings';

type Props = { readonly t: (typeof strings)['en']; readonly result: Result };

const heading = 'mb-1 text-sm text-soft';

/** Four significant digits in quotes, as the Trainer of transformers 5 prints its numbers. */
const quoted = (value: number) => `'${Number(value.toPrecision(4))}'`;

export function RunReport({ t, result }: Props) {
  const { run, reportsMacroF1, epochs } = result;
  const { evaluation } = run;
  const shown = evaluation?.baseline ?? run.baseline;
  return (
    <>
      <div className="min-w-0">
        <h4 className={heading}>{t.output}</h4>
        <pre className="rounded-md bg-sunken p-3 font-mono text-[0.8125rem] leading-5 whitespace-pre-wrap break-words">
          {consoleLines(result, epochs).map(({ text, bad }) => (
            <code key={text} className={`block ${bad ? 'text-bad' : ''}`}>
              {text}
            </code>
          ))}
        </pre>
      </div>
      <div>
        <h4 className={heading}>{t.scores(evaluation?.on ?? null)}</h4>
        {!evaluation && <p className="text-sm">{t.noRun}</p>}
        <Bar
          t={t}
          label={t.accuracy}
          value={evaluation ? evaluation.report.accuracy : null}
          baseline={shown.accuracy}
        />
        <Bar
          t={t}
          label={t.macroF1}
          value={evaluation && reportsMacroF1 ? evaluation.report.macroF1 : null}
          baseline={reportsMacroF1 || !evaluation ? shown.macroF1 : null}
          note={evaluation && !reportsMacroF1 ? t.notReported : undefined}
        />
      </div>
      <LossCurve t={t} losses={run.losses} steps={run.totalSteps} />
      {evaluation && <Confusion t={t} counts={evaluation.confusion} />}
      <p className="text-xs text-soft">{t.standIn}</p>
    </>
  );
}

function consoleLines({ run, reportsMacroF1 }: Result, epochs: number) {
  const { losses, totalSteps, evaluation, error } = run;
  const lines: { text: string; bad?: true }[] = [{ text: '$ python train.py' }];
  if (run.stage !== 'build') lines.push({ text: `${losses.length}/${totalSteps} steps` });
  if (losses.length === totalSteps && totalSteps > 0) {
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / totalSteps;
    lines.push({ text: `{'train_loss': ${quoted(mean)}, 'epoch': '${epochs}'}` });
  }
  if (evaluation) {
    const { report, loss } = evaluation;
    const macro = reportsMacroF1 ? `, 'eval_macro_f1': ${quoted(report.macroF1)}` : '';
    lines.push({
      text: `{'eval_loss': ${quoted(loss)}, 'eval_accuracy': ${quoted(report.accuracy)}${macro}, 'epoch': '${epochs}'}`,
    });
  }
  if (error) {
    const raised = { text: `${error.type}: ${error.message}`, bad: true } as const;
    lines.push({ text: 'Traceback (most recent call last): …' }, raised);
  }
  return lines;
}

type BarProps = {
  readonly t: Props['t'];
  readonly label: string;
  readonly value: number | null;
  readonly baseline: number | null;
  readonly note?: string | undefined;
};

function Bar({ t, label, value, baseline, note }: BarProps) {
  return (
    <div className="mt-2 text-sm tabular-nums">
      <p className="flex justify-between gap-2">
        <span>{label}</span>
        <span>{value === null ? (note ?? '–') : value.toFixed(3)}</span>
      </p>
      <div className="relative h-4 bg-sunken" aria-hidden="true">
        {value !== null && <div className="h-full bg-[var(--color-data-1)]" style={{ width: `${value * 100}%` }} />}
        {baseline !== null && (
          <div className="absolute inset-y-[-3px] w-0.5 bg-ink" style={{ left: `${baseline * 100}%` }} />
        )}
      </div>
      {baseline !== null && (
        <p className="text-xs text-soft" style={{ paddingInlineStart: `max(0px, calc(${baseline * 100}% - 6rem))` }}>
          {t.majority(baseline.toFixed(3))}
        </p>
      )}
    </div>
  );
}

function Confusion({ t, counts }: { readonly t: Props['t']; readonly counts: readonly (readonly number[])[] }) {
  const most = Math.max(1, ...counts.flat());
  return (
    <table className="w-full table-fixed text-sm tabular-nums">
      <caption className="mb-1 text-start text-sm text-soft">{t.confusion}</caption>
      <thead>
        <tr className="text-soft">
          <th scope="col" className="py-1 text-start font-normal">
            {t.trueClass}
          </th>
          {t.classes.map((name) => (
            <th key={name} scope="col" className="truncate px-1 py-1 text-end font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((cells, i) => (
          <tr key={t.classes[i]} className="border-t border-line">
            <th scope="row" className="truncate py-1 text-start font-normal">
              {t.classes[i]}
            </th>
            {cells.map((count, j) => (
              <td
                key={t.classes[j]}
                className={`px-1 py-1 text-end ${i === j ? 'font-semibold' : ''}`}
                style={{
                  background: `color-mix(in oklab, var(--color-data-1) ${Math.round((count / most) * 22)}%, transparent)`,
                }}
              >
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
