/** The names, micro-batch by micro-batch. A press moves one to the next. */

import type { Result } from './core';
import { NAMES } from './packing';
import { type AccumulationStrings, showTimes } from './strings';

type Props = {
  readonly result: Result;
  readonly t: AccumulationStrings;
  readonly onAssign: (assign: number[]) => void;
};

export function NameList({ result, t, onAssign }: Props) {
  const { batches, assign } = result;
  /** The next micro-batch; after the last comes a new one, unless the name is alone already. */
  const nextOf = (from: number, alone: boolean) => {
    const count = batches.length;
    if (from + 1 < count) return from + 1;
    return alone || count === NAMES ? 0 : count;
  };
  return (
    <section aria-label={t.listTitle}>
      <h4 className="text-sm font-semibold">{t.listTitle}</h4>
      <p className="text-xs text-soft">{t.moveHint}</p>
      <ol className="mt-1 grid gap-x-6 gap-y-2 @xl:grid-cols-2 @4xl:grid-cols-3">
        {batches.map(({ names, tokens }, m) => (
          <li key={names[0]?.place ?? m} className="border-t border-line pt-1 text-sm">
            <p className="flex justify-between gap-3 tabular-nums">
              <span>
                <span
                  aria-hidden="true"
                  className={`mr-1.5 inline-block size-2.5 ${m % 2 === 0 ? 'bg-data-1' : 'bg-data-3'}`}
                />
                {t.batch(m + 1)}
              </span>
              <span className="text-soft">{t.tokens(tokens)}</span>
            </p>
            <ul>
              {names.map(({ name, place, weight }) => {
                const next = nextOf(m, names.length === 1);
                return (
                  <li key={place}>
                    <button
                      type="button"
                      className="flex min-h-8 w-full items-center justify-between gap-2 text-start hover:bg-sunken"
                      aria-label={t.move(name, next + 1)}
                      onClick={() => onAssign(assign.map((batch, i) => (i === place ? next : batch)))}
                    >
                      <span className="truncate font-mono text-xs">{name}</span>
                      <span className="flex shrink-0 items-center gap-2 text-xs text-soft tabular-nums">
                        {t.each(showTimes(weight))}
                        <span aria-hidden="true" className="rounded-sm border border-line px-1.5 text-accent">
                          → {next + 1}
                        </span>
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
