/** The chosen matrix by how far each weight moved; press a cell, or say its row and column. */
'use client';
import { Slider } from '@/components/labs/frame/controls';
import { HeatMap } from '@/components/ui/plot/heat-map';
import { params, type WeightView } from './core';
import type { RaceStrings } from './strings';

type Props = {
  readonly t: RaceStrings;
  readonly weight: WeightView;
  readonly onPick: (row: number, column: number) => void;
};

export function WeightPicker({ t, weight, onPick }: Props) {
  const { rows, columns, moved, index } = weight;
  const row = Math.floor(index / columns);
  const column = index % columns;
  const largest = moved.reduce((most, by) => Math.max(most, Math.abs(by)), 1e-12);
  return (
    <div>
      <p className="text-sm font-semibold">{t.pickTitle(rows, columns)}</p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the sliders below do the same with keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer */}
      <div
        className="mt-1 h-56 w-full cursor-crosshair"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = (share: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
          onPick(at((event.clientY - box.top) / box.height, rows), at((event.clientX - box.left) / box.width, columns));
        }}
      >
        <HeatMap
          values={Array.from(moved, (by) => by / largest)}
          columns={columns}
          picked={index}
          label={t.pickTitle(rows, columns)}
        />
      </div>
      <p className="mt-1 text-xs text-soft">{t.pickNote}</p>
      <div className="mt-2 grid gap-2">
        <Slider
          label={t.params.row}
          spec={{ ...params.row, max: rows - 1 }}
          value={row}
          onChange={(to) => onPick(to, column)}
        />
        <Slider
          label={t.params.column}
          spec={{ ...params.column, max: columns - 1 }}
          value={column}
          onChange={(to) => onPick(row, to)}
        />
      </div>
    </div>
  );
}
