/** A name on its stone: up to three centred lines. */
import { wrapLabel } from '@/lib/map/wrap-label';

type Props = {
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
};

export function StoneLabel({ name, x, width, height, size }: Props) {
  const lines = wrapLabel(name, width / size, 3);
  const leading = size * 1.16;
  // The first baseline, so that the block of lines stands in the middle.
  const first = height / 2 - ((lines.length - 1) * leading) / 2 + size * 0.36;
  return (
    <text className="map-label" fontSize={size}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={Math.round((first + index * leading) * 10) / 10}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
