/** Due dates of the whole path at once: spread at a pace, moved, sorted, removed. */
'use client';
import { useId, useMemo, useState } from 'react';
import { formatDay } from '@/components/share/format-day';
import { outOfOrder, spreadWeeks } from '@/lib/paths/draft-dates';
import type { HistoryAction } from '@/lib/paths/draft-history';
import { minutesOfRoad } from '@/lib/paths/draft-road';
import { addDays } from '@/lib/share/day';
import type { Desk } from './desk';
import { DueOffset } from './due-offset';

type Props = {
  readonly desk: Desk;
  /** Hours a week. */
  readonly pace: number;
  readonly onPace: (hours: number) => void;
};

export function DateTools({ desk, pace, onPace }: Props) {
  const { t, locale, road, draft, dispatch, say } = desk;
  const { lessons, start } = draft;
  const id = useId();
  const minutes = useMemo(() => minutesOfRoad(road), [road]);
  const [days, setDays] = useState(7);
  const plan = { weekMinutes: pace * 60, minutes };
  const weeks = spreadWeeks(lessons, plan);
  const end = start === '' ? undefined : addDays(start, 7 * weeks);
  const unordered = outOfOrder(lessons).length;
  const act = (action: HistoryAction) => {
    dispatch(action);
    say(t.say.dated);
  };
  const isDated = lessons.some(({ due }) => due !== undefined);
  if (lessons.length === 0) return null;
  return (
    <section className="mt-10" data-editor="dates">
      <h2 className="border-line border-b pb-1 font-semibold">{t.dates.title}</h2>
      <div className="mt-3 grid gap-4 text-sm">
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <label className="grid gap-1">
            {t.dates.pace}
            <input
              type="number"
              inputMode="decimal"
              className="field w-24 tabular-nums"
              name="pace"
              min={0.5}
              max={60}
              step={0.5}
              defaultValue={pace}
              onChange={({ target }) => {
                const hours = target.valueAsNumber;
                if (hours >= 0.5 && hours <= 60) onPace(hours);
              }}
            />
          </label>
          <button
            type="button"
            className="button"
            aria-describedby={`${id}-spread`}
            onClick={() => act({ do: 'spread', plan })}
          >
            {t.dates.spread}
          </button>
          <p id={`${id}-spread`} className="flex-1 basis-56 text-soft tabular-nums">
            {t.dates.spreadHint(weeks, end === undefined ? '' : formatDay(end, locale))}
          </p>
        </div>
        {isDated && (
          <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
            <DueOffset label={t.dates.shift} t={t} due={days} onDue={(next) => setDays(next ?? 0)} />
            <span className="flex gap-2">
              <button type="button" className="button" onClick={() => act({ do: 'shift', days: -days })}>
                {t.dates.earlier}
              </button>
              <button type="button" className="button" onClick={() => act({ do: 'shift', days })}>
                {t.dates.later}
              </button>
            </span>
            <button type="button" className="button" onClick={() => act({ do: 'clear-dates' })}>
              {t.dates.clear}
            </button>
          </div>
        )}
        {unordered > 0 && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-warn border-l-2 bg-warn-wash px-4 py-3">
            <p className="flex-1 basis-56">{t.dates.unordered(unordered)}</p>
            <button type="button" className="button" onClick={() => act({ do: 'sort-dates' })}>
              {t.dates.sort}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
