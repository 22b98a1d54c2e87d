/** Five scores from 0 to 100, each with the mark of the faithful paraphrase; BLEU with the line it has to pass. */
import { percentage } from '@/components/ui/plot/round';
import { GOAL, type Result, scoreIds } from './core';
import { score, type ViewStrings } from './strings';

export function ScoreBars({ t, result }: { readonly t: ViewStrings; readonly result: Result }) {
  const { scores, baseline } = result;
  return (
    <section className="mt-6">
      <h4 className="font-semibold text-sm">{t.scores}</h4>
      <ul className="mt-1 grid gap-1.5">
        {scoreIds.map((id) => (
          <li key={id} className="grid grid-cols-[4.75rem_1fr_3rem] items-center gap-x-2 tabular-nums">
            <span className={id === 'bleu' ? 'font-semibold text-sm' : 'text-sm'}>{t.scoreNames[id]}</span>
            <span className="relative block h-5 bg-sunken" aria-hidden="true">
              <span
                className={`block h-full ${id === 'bleu' ? 'bg-data-1' : 'bg-data-6'}`}
                style={{ width: percentage(Math.min(1, scores[id] / 100)) }}
              />
              {id === 'bleu' && (
                <span
                  className="-inset-y-1 absolute border-good border-l-2 border-dashed"
                  style={{ left: percentage(GOAL.bleu / 100) }}
                />
              )}
              <span
                className="-inset-y-0.5 absolute w-0.5 bg-ink"
                style={{ left: percentage(Math.min(1, baseline[id] / 100)) }}
              />
            </span>
            <span className="text-right">{score(scores[id])}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-soft text-xs">{t.baseline}</p>
    </section>
  );
}
