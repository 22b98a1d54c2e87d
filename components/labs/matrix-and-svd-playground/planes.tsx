/** Left, the circle of all inputs of length 1 with x on it; right, the ellipse that the matrix makes of them. */
'use client';
import { useHydrated } from '@/components/ui/use-hydrated';
import { params, type Result, type Values, type Vector } from './core';
import { Arrow, at, Curve, Plane, Tip } from './plane';
import type { PlaygroundStrings } from './strings';

type Props = {
  readonly t: PlaygroundStrings;
  readonly values: Values;
  readonly result: Result;
  readonly set: (change: Partial<Values>) => void;
};

const IN = 1.5;
const OUT = 7.5;
const STEP = params.matrix.step;

export function InputPlane({ t, values, result, set }: Props) {
  const hydrated = useHydrated();
  const turn = ([x, y]: Vector) => set({ angle: (Math.atan2(y, x) * 180) / Math.PI });
  const nudge = (right: number, up: number) => {
    const next = values.angle + (up || -right);
    set({ angle: next > 180 ? next - 360 : next < -180 ? next + 360 : next });
  };
  return (
    <figure className="min-w-0">
      <figcaption className="text-sm">
        <strong className="font-semibold">{t.inputTitle}</strong>
        <p className="text-soft">{t.inputNote}</p>
      </figcaption>
      <Plane
        label={t.inputText(result.x, values.angle)}
        reach={IN}
        tips={
          <Tip
            label={t.turnHandle(values.angle)}
            to={result.x}
            reach={IN}
            tone="border-data-2"
            onDrag={turn}
            onNudge={nudge}
          />
        }
      >
        {hydrated && (
          <>
            <Curve points={result.circle} reach={IN} tone="text-data-6" />
            {!result.round &&
              result.axes.map((axis, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its place
                <Arrow key={i} to={axis.v} reach={IN} tone={axisTones[i] ?? ''} name={i === 0 ? 'v₁' : 'v₂'} dashed />
              ))}
            <Arrow to={result.x} reach={IN} tone="text-data-2" name="x" />
          </>
        )}
      </Plane>
    </figure>
  );
}

const axisTones = ['text-data-3', 'text-data-4'] as const;

export function OutputPlane({ t, values, result, set }: Props) {
  const hydrated = useHydrated();
  const { columns, image, x, axes, ellipse, round } = result;
  const put = (column: 0 | 1, [top, bottom]: Vector) =>
    set({ matrix: values.matrix.map((old, i) => (i % 2 !== column ? old : i < 2 ? top : bottom)) });
  const [a, b] = columns;
  const corner: Vector = [x[0] * a[0], x[0] * a[1]];
  return (
    <figure className="min-w-0">
      <figcaption className="text-sm">
        <strong className="font-semibold">{t.outputTitle}</strong>
        <p className="text-soft">{t.outputNote}</p>
      </figcaption>
      <Plane
        label={t.outputText(result)}
        reach={OUT}
        tips={columns.map((column, i) => (
          <Tip
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={i}
            label={t.columnHandle(i + 1, column)}
            to={column}
            reach={OUT}
            tone="border-data-1"
            onDrag={(to) => put(i === 0 ? 0 : 1, to)}
            onNudge={(right, up) => put(i === 0 ? 0 : 1, [column[0] + STEP * right, column[1] + STEP * up])}
          />
        ))}
      >
        {hydrated && (
          <>
            <Curve points={ellipse} reach={OUT} tone="text-data-6" />
            {!round &&
              axes.map((axis, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its place
                <Arrow key={i} to={axis.image} reach={OUT} tone={axisTones[i] ?? ''} name={names[i] ?? ''} dashed />
              ))}
            {/* The way to Ax: x₁ times the first column, then x₂ times the second. */}
            <path
              d={`M${at([0, 0], OUT)}L${at(corner, OUT)}L${at(image, OUT)}`}
              className="fill-none stroke-data-1"
              strokeWidth={4}
              strokeOpacity={0.25}
            />
            <Arrow to={a} reach={OUT} tone="text-data-1" name="a₁" />
            <Arrow to={b} reach={OUT} tone="text-data-1" name="a₂" />
            <Arrow to={image} reach={OUT} tone="text-data-2" name="Ax" />
          </>
        )}
      </Plane>
    </figure>
  );
}

const names = ['σ₁u₁', 'σ₂u₂'] as const;
