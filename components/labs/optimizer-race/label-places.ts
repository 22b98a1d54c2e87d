/** Places for labels beside their lines: as near as they may stand without covering each other, in the order given. */
export function spreadLabels(wanted: readonly number[], gap: number, height: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places = wanted.slice();
  let least = 0;
  for (const i of order) {
    places[i] = Math.max(least, wanted[i] ?? 0);
    least = (places[i] ?? 0) + gap;
  }
  let most = height;
  for (const i of order.reverse()) {
    places[i] = Math.min(most, places[i] ?? 0);
    most = (places[i] ?? 0) - gap;
  }
  return places;
}
