/**
 * The road as four layers in small: the same edges and stones as on the roadmap, a stone for each lesson, as wide as its
 * minutes. A picture for the eye; the lists around it say the same in words.
 */
import type { StageId } from '@/lib/content/site-types';
import { wave } from '@/lib/map/wave';
import type { LessonState } from '@/lib/share/snapshot-code';

export type Layer = {
  readonly stage: StageId;
  readonly title: string;
  readonly note: string;
  readonly stones: readonly {
    readonly id: number;
    readonly state: LessonState;
    readonly title: string;
    readonly minutes: number;
  }[];
};

const stoneLook: Readonly<Record<LessonState, string>> = {
  done: 'border-accent bg-accent',
  doing: 'border-accent bg-[linear-gradient(to_top,var(--color-accent)_50%,var(--color-paper)_50%)]',
  todo: 'border-accent bg-paper',
  skipped:
    'border-strong border-dashed bg-[linear-gradient(to_top,transparent_calc(50%-1px),var(--color-strong)_calc(50%-1px)_calc(50%+1px),transparent_calc(50%+1px))]',
};

export function Strata({ layers, label }: { readonly layers: readonly Layer[]; readonly label: string }) {
  return (
    <ul aria-label={label} className="-mx-4 sm:mx-0">
      {layers.map(({ stage, title, note, stones }, i) => (
        <li key={stage} data-stage={stage} className="bg-accent-wash">
          <Edge order={i} above={layers[i - 1]?.stage} />
          <div className="grid gap-x-5 gap-y-2 px-4 pt-1.5 pb-3.5 sm:grid-cols-[11rem_1fr] sm:items-center">
            <p className="flex items-baseline justify-between gap-3 text-sm leading-snug sm:block">
              <span className="font-medium">{title}</span>
              <span className="shrink-0 text-soft tabular-nums sm:block">{note}</span>
            </p>
            <p className="flex flex-wrap gap-1" aria-hidden="true">
              {stones.map((stone) => (
                <span
                  key={stone.id}
                  data-status={stone.state}
                  title={stone.title}
                  style={{ flexGrow: stone.minutes }}
                  className={`h-6 max-w-28 basis-3 rounded-[8px_5px_9px_5px/5px_9px_5px_8px] border even:rounded-[5px_9px_5px_8px/9px_5px_8px_5px] ${stoneLook[stone.state]}`}
                />
              ))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The upper edge of a layer, as on the map, over the layer above. Decorative. */
function Edge({ order, above }: { readonly order: number; readonly above: StageId | undefined }) {
  return (
    <svg
      viewBox="0 0 1200 24"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-3 w-full fill-accent-wash"
      style={{ background: above ? `var(--color-${above}-wash)` : 'var(--color-paper)' }}
    >
      <path d={`${wave(1200, 2, 20, order + 1)}V25H-4Z`} />
    </svg>
  );
}
