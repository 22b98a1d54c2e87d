/** The upper edge of a layer: a slow wave, the same on every visit. Decorative. */
const WIDTH = 1200;
const HEIGHT = 28;

/** A sum of two sines whose phases follow from the layer's number: no two edges run parallel. */
export function horizonPath(seed: number): string {
  const points = Array.from({ length: 25 }, (_, i) => {
    const x = i / 24;
    const y =
      0.5 +
      0.3 * Math.sin(2 * Math.PI * (x * 1.1 + seed * 0.37)) +
      0.16 * Math.sin(2 * Math.PI * (x * 2.7 + seed * 0.61));
    return `${(x * WIDTH).toFixed(0)} ${(y * HEIGHT).toFixed(1)}`;
  });
  return `M${points.join('L')}V${HEIGHT + 1}H0Z`;
}

export function Horizon({ seed }: { readonly seed: number }) {
  return (
    <svg className="horizon" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={horizonPath(seed)} />
    </svg>
  );
}
