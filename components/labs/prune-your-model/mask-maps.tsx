/** The pruned matrices as heat maps: what stays in colour, what went left empty. */
import { HeatMap } from '@/components/ui/plot/heat-map';
import { formatPercent } from '@/lib/format-number';
import type { MaskMap } from './masks';
import type { PruneStrings } from './strings';

type Props = { readonly maps: readonly MaskMap[]; readonly title: string; readonly t: PruneStrings };

/** Side of one weight on screen, in pixels: all maps at one scale, wide ones shrink with the page. */
const CELL = 4;

export function MaskMaps({ maps, title, t }: Props) {
  return (
    <figure className="mt-6">
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      <div className="mt-2 flex flex-wrap items-start gap-3">
        {maps.map(({ name, rows, columns, values, zeros }) => (
          <div key={name} className="max-w-full" style={{ width: columns * CELL }}>
            <p className="font-mono text-xs text-soft">
              {name.replace(/^layer(\d+)\./, (_, layer) => `${Number(layer) + 1}·`)}
            </p>
            <div className="border border-line" style={{ aspectRatio: `${columns} / ${rows}` }}>
              <HeatMap values={values} columns={columns} label={t.mask(name, formatPercent(zeros))} />
            </div>
          </div>
        ))}
      </div>
      <p className="mt-1 text-xs text-soft">{t.masksNote}</p>
    </figure>
  );
}
