/** Where the error sits: one strip a row, chosen by its radio button, a click anywhere picks a weight. */
'use client';
import { useId } from 'react';
import { HeatMap } from '@/components/ui/plot/heat-map';
import { formatPercent } from '@/lib/format-number';
import type { Result } from './core';

type Props = {
  readonly result: Result;
  readonly t: {
    readonly heatMap: string;
    readonly heatMapNote: string;
    readonly rowLabel: string;
    readonly rowError: string;
  };
  readonly onPick: (row: number, column: number) => void;
};

const ROW_HEIGHT = '1.75rem';

export function ErrorMap({ result, t, onPick }: Props) {
  const name = useId();
  const { rows, columns, picked, groupSize } = result;
  const rowSizes = Array.from({ length: rows }, (_, r) => typicalSize(result, r));
  const shades = result.weights.map((w, i) => {
    const typical = rowSizes[Math.floor(i / columns)] ?? 0;
    return typical === 0 ? 0 : Math.abs((result.restored[i] ?? 0) - w) / typical;
  });
  const column = picked % columns;
  return (
    <figure className="mt-5">
      <figcaption className="mb-1 text-sm font-semibold">{t.heatMap}</figcaption>
      <div className="grid grid-cols-[auto_1fr_auto] gap-x-2" style={{ gridAutoRows: ROW_HEIGHT }}>
        <div
          className="grid"
          style={{ gridRow: `1 / span ${rows}`, gridAutoRows: ROW_HEIGHT }}
          role="radiogroup"
          aria-label={t.rowLabel}
        >
          {rowSizes.map((_, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <label key={r} className="flex cursor-pointer items-center gap-1 text-xs tabular-nums">
              <input
                type="radio"
                name={name}
                checked={Math.floor(picked / columns) === r}
                onChange={() => onPick(r, column)}
                aria-label={`${t.rowLabel} ${r + 1}`}
              />
              {r + 1}
            </label>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the radio buttons and the slider below do the same */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
        <div
          className="cursor-crosshair overflow-hidden border border-line"
          style={{ gridRow: `1 / span ${rows}`, gridColumn: 2 }}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const place = (at: number, start: number, length: number, count: number) =>
              Math.min(count - 1, Math.max(0, Math.floor(((at - start) / length) * count)));
            onPick(place(event.clientY, box.top, box.height, rows), place(event.clientX, box.left, box.width, columns));
          }}
        >
          <HeatMap
            values={shades}
            columns={columns}
            label={`${t.heatMap}. ${result.rowErrors.map((error, r) => `${t.rowLabel} ${r + 1}: ${formatPercent(error)}`).join(', ')}`}
            tones={['text-data-2', 'text-data-2']}
            picked={picked}
            groupWidth={Math.min(groupSize, columns)}
          />
        </div>
        <div
          className="grid"
          style={{ gridRow: `1 / span ${rows}`, gridColumn: 3, gridAutoRows: ROW_HEIGHT }}
          aria-hidden="true"
        >
          {result.rowErrors.map((error, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <span key={r} className="flex items-center justify-end text-xs text-soft tabular-nums">
              {formatPercent(error)}
            </span>
          ))}
        </div>
      </div>
      <p className="mt-1 text-xs text-soft">{t.heatMapNote}</p>
    </figure>
  );
}

/** RMS of a row's ordinary weights. */
function typicalSize({ weights, columns, outlier }: Result, row: number): number {
  const ordinary = weights.slice(row * columns, (row + 1) * columns).filter((_, j) => row * columns + j !== outlier);
  return Math.sqrt(ordinary.reduce((sum, w) => sum + w * w, 0) / ordinary.length);
}
