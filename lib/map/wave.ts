/** The upper edge of a layer of the map: a slow wave, the same on every visit, a little wider than the picture, `seed` keeping two edges from running parallel. */
export function wave(width: number, y: number, height: number, seed: number): string {
  const points = Array.from({ length: 33 }, (_, i) => {
    const t = i / 32;
    const rise =
      0.6 * Math.sin(2 * Math.PI * (t * 1.3 + seed * 0.37)) + 0.4 * Math.sin(2 * Math.PI * (t * 3.1 + seed * 0.61));
    return `${Math.round(t * (width + 8) - 4)} ${(y + (height / 2) * (1 + rise)).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
