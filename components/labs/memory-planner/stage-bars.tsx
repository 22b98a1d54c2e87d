/** The four ways to share the states, as four bars against one card. The bars are the choice itself. */
'use client';
import { useId } from 'react';
import { percentage } from '@/components/ui/plot/round';
import { formatBytes } from '@/lib/format-number';
import type { Result } from './core';
import type { StagePlan } from './plan';
import type { PlannerStrings } from './strings';

const PARTS = [
  { name: 'weights', fill: 'bg-data-1', of: ({ states }: StagePlan) => states.weights },
  { name: 'gradients', fill: 'bg-data-2', of: ({ states }: StagePlan) => states.gradients },
  { name: 'optimizer', fill: 'bg-data-3', of: ({ states }: StagePlan) => states.optimizer },
  { name: 'activations', fill: 'bg-data-4', of: ({ activations }: StagePlan) => activations },
  { name: 'again', fill: 'bg-data-5', of: ({ again }: StagePlan) => again },
] as const;

type Props = { readonly result: Result; readonly t: PlannerStrings; readonly onChoose: (stage: string) => void };

export function StageBars({ result, t, onChoose }: Props) {
  const { stages, chosen, capacity } = result;
  const name = useId();
  const widest = Math.max(capacity, ...stages.map(({ total }) => total)) * 1.02;
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{t.barsTitle(formatBytes(capacity))}</legend>
      <div className="mt-1">
        {stages.map((one) => {
          const own = one.stage === chosen.stage;
          const fits = one.total <= capacity;
          return (
            <label
              key={one.stage}
              className={`block cursor-pointer rounded-sm border px-2 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-accent ${own ? 'border-accent bg-accent-wash' : 'border-transparent'}`}
            >
              <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <input
                  type="radio"
                  name={name}
                  checked={own}
                  onChange={() => onChoose(String(one.stage))}
                  className="self-center"
                />
                <span className={own ? 'font-semibold' : ''}>{t.stages[one.stage]}</span>
                <span className="ml-auto tabular-nums">
                  <span className={fits ? 'text-good' : 'text-bad'}>{fits ? '✓' : '✗'}</span> {formatBytes(one.total)}
                </span>
              </span>
              <span className="relative mt-1 block h-4">
                <span
                  className="absolute inset-y-0.5 left-0 flex overflow-hidden"
                  style={{ width: percentage(one.total / widest) }}
                >
                  {PARTS.map(({ name: part, fill, of }) => (
                    <span key={part} className={fill} style={{ width: percentage(of(one) / one.total) }} />
                  ))}
                </span>
                <span
                  className="absolute -inset-y-1 border-l-2 border-ink"
                  style={{ left: percentage(capacity / widest) }}
                />
              </span>
            </label>
          );
        })}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 px-2 text-xs tabular-nums">
        {PARTS.map(({ name: part, fill, of }) => (
          <li key={part} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 ${fill}`} />
            {t.parts[part]} {formatBytes(of(chosen))}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
