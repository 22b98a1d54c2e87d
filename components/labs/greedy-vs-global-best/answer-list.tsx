/** The nine answers: factors, product, and how often sampling wrote each; then their sum by what they say. */
import { percentage } from '@/components/ui/plot/round';
import { meanings, type Result, TRUTH } from './core';
import { percent, type ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result };

export function AnswerList({ t, result }: Props) {
  const { answers, greedy, best, byMeaning } = result;
  return (
    <div className="grid gap-6 @3xl:grid-cols-[3fr_2fr]">
      <section className="min-w-0">
        <p className="font-semibold">{t.listTitle}</p>
        <p className="text-sm text-soft">{t.listNote}</p>
        <ul className="list-none p-0 [&>li]:m-0 mt-2 border-t border-line">
          {answers.map((answer) => (
            <li
              key={answer.key}
              className="grid grid-cols-[7rem_minmax(0,1fr)_2.75rem] items-center gap-x-3 border-b border-line py-1"
            >
              <span className="truncate font-prose">
                <span aria-hidden="true" className={answer.true ? 'text-good' : 'text-bad'}>
                  {answer.true ? '✓' : '✗'}
                </span>{' '}
                <span className="sr-only">{t.truth(answer.true)}: </span>
                {t.answer(answer)}
              </span>
              <span className="min-w-0">
                <Bar p={answer.p} mark={1 / answers.length} tone={answer.true ? 'bg-data-3' : 'bg-data-2'} />
                <span className="mt-1 flex flex-wrap gap-x-2 text-xs text-soft tabular-nums">
                  <span>
                    {answer.factors[0].toFixed(2)} × {answer.factors[1].toFixed(2)} = {answer.p.toFixed(3)}
                  </span>
                  {answer === greedy && <strong className="text-ink">{t.greedy}</strong>}
                  {answer === best && <strong className="text-ink">{t.best}</strong>}
                </span>
              </span>
              <span className="text-right text-sm tabular-nums">{t.drawn(answer.drawn)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="min-w-0">
        <p className="font-semibold">{t.saysTitle}</p>
        <ul className="list-none p-0 [&>li]:m-0 mt-2 border-t border-line">
          {meanings.map((meaning) => (
            <li
              key={meaning}
              className="grid grid-cols-[5.5rem_minmax(0,1fr)_3.5rem] items-center gap-x-3 border-b border-line py-2"
            >
              <span className="font-prose">
                <span aria-hidden="true" className={meaning === TRUTH ? 'text-good' : 'text-bad'}>
                  {meaning === TRUTH ? '✓' : '✗'}
                </span>{' '}
                <span className="sr-only">{t.truth(meaning === TRUTH)}: </span>
                {t.says[meaning]}
              </span>
              <Bar p={byMeaning[meaning]} tone={meaning === TRUTH ? 'bg-data-3' : 'bg-data-2'} />
              <span className="text-right text-sm tabular-nums">{percent(byMeaning[meaning])}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

type BarProps = { readonly p: number; readonly mark?: number; readonly tone: string };

function Bar({ p, mark, tone }: BarProps) {
  return (
    <span aria-hidden="true" className="relative block h-3 bg-sunken">
      <span className={`absolute inset-y-0 left-0 ${tone}`} style={{ width: percentage(p) }} />
      {mark !== undefined && (
        <span
          className="absolute -inset-y-0.5 border-l-2 border-dotted border-ink"
          style={{ left: percentage(mark) }}
        />
      )}
    </span>
  );
}
