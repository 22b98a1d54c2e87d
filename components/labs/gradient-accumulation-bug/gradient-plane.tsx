/** Three gradients as arrows from one point. Angles and lengths are those of the vectors of thousands of numbers they stand for. */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatFixed, formatSignificant } from '@/lib/format-number';
import type { Result, Way } from './core';
import { type AccumulationStrings, showAngle, showCosine } from './strings';

type Props = { readonly result: Result; readonly bugChosen: boolean; readonly t: AccumulationStrings };

const SIZE = { width: 320, height: 150 } as const;
const MARGIN = 12;
/** Length of the gradient of the whole batch where the others leave room for it. */
const UNIT = 170;
/** Arrows more than this many times as long are cut. */
const LONGEST = 4;

type Frame = { readonly x: number; readonly y: number; readonly unit: number };

/** Origin and scale that show every arrow whole, up to the longest. */
function frameOf(ways: readonly Way[]): Frame {
  const ends = ways.map(({ cosine, ratio }) => {
    const length = Math.min(ratio, LONGEST);
    return { across: length * cosine, up: length * Math.sqrt(1 - cosine ** 2) };
  });
  const right = Math.max(1, ...ends.map(({ across }) => across));
  const left = Math.max(0, ...ends.map(({ across }) => -across));
  const top = Math.max(...ends.map(({ up }) => up));
  const unit = Math.min(
    UNIT,
    (SIZE.width - 2 * MARGIN) / (left + right),
    (SIZE.height - 2 * MARGIN) / Math.max(top, 0.1),
  );
  return { x: MARGIN + left * unit, y: SIZE.height - MARGIN, unit };
}

export function GradientPlane({ result, bugChosen, t }: Props) {
  const hydrated = useHydrated();
  const { chosen, meanOfMeans, fullLoss } = result;
  const rows: readonly { readonly name: string; readonly tone: string; readonly way: Way }[] = [
    { name: t.full, tone: 'text-ink', way: { cosine: 1, ratio: 1, loss: fullLoss } },
    { name: t.bug, tone: 'text-data-2', way: meanOfMeans },
    ...(bugChosen ? [] : [{ name: t.chosen, tone: 'text-data-1', way: chosen }]),
  ];
  const frame = frameOf(rows.map(({ way }) => way));
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.planeTitle}</figcaption>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={t.planeLabel(result)}
        className="mt-1 block w-full max-w-md"
      >
        {hydrated &&
          rows.map(({ name, tone, way }, i) => (
            <Arrow key={name} way={way} tone={tone} width={i === 0 ? 6 : 2.5} frame={frame} />
          ))}
      </svg>
      <table className="w-full text-xs tabular-nums @md:text-sm">
        <thead className="text-xs text-soft">
          <tr>
            <td />
            {[t.cosine, t.angle, t.length, t.loss].map((heading) => (
              <th key={heading} scope="col" className="pl-2 text-end font-normal">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, tone, way }) => (
            <tr key={name}>
              <th scope="row" className="text-start font-normal whitespace-nowrap">
                <span aria-hidden="true" className={`mr-1.5 inline-block h-0.5 w-4 bg-current align-middle ${tone}`} />
                {name}
              </th>
              <td className="pl-2 text-end">{showCosine(way.cosine)}</td>
              <td className="pl-2 text-end">{showAngle(way.cosine)}</td>
              <td className="pl-2 text-end">{formatSignificant(way.ratio, 4)}</td>
              <td className="pl-2 text-end">{formatFixed(way.loss, way.loss < 10 ? 3 : 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen.ratio > LONGEST && (
        <p className="text-xs text-warn">{t.offPicture(`× ${formatSignificant(chosen.ratio)}`)}</p>
      )}
    </figure>
  );
}

type ArrowProps = { readonly way: Way; readonly tone: string; readonly width: number; readonly frame: Frame };

function Arrow({ way, tone, width, frame }: ArrowProps) {
  const length = Math.min(way.ratio, LONGEST) * frame.unit;
  const angle = Math.acos(way.cosine);
  const [dx, dy] = [Math.cos(angle), -Math.sin(angle)];
  const tip = { x: frame.x + dx * length, y: frame.y + dy * length };
  const head = 6 + width;
  const wing = (side: number) => {
    const x = tip.x - dx * head - dy * side * head * 0.5;
    const y = tip.y - dy * head + dx * side * head * 0.5;
    return `${pixel(x)} ${pixel(y)}`;
  };
  const neck = Math.max(0, length - head);
  return (
    <g className={tone} opacity={width > 4 ? 0.35 : 1}>
      <line
        x1={frame.x}
        y1={frame.y}
        x2={pixel(frame.x + dx * neck)}
        y2={pixel(frame.y + dy * neck)}
        stroke="currentColor"
        strokeWidth={width}
      />
      {way.ratio <= LONGEST && (
        <path d={`M${pixel(tip.x)} ${pixel(tip.y)}L${wing(1)}L${wing(-1)}Z`} fill="currentColor" />
      )}
    </g>
  );
}
