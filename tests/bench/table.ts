/** Tables for people: a name, an amount, its ratio to the first row. */

export type Row = { readonly name: string; readonly value: number; readonly note?: string };

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const characters = (count: number): string => `${count} ch`;
export const milliseconds = (ms: number): string => (ms >= 100 ? `${ms.toFixed(0)} ms` : `${ms.toPrecision(3)} ms`);

export function printTable(title: string, rows: readonly Row[], format: (value: number) => string): void {
  const base = rows[0]?.value ?? 1;
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  console.log(`\n${title}`);
  for (const { name, value, note } of rows) {
    const ratio = `× ${(value / base).toFixed(2)}`;
    console.log(`  ${name.padEnd(width)}${format(value).padStart(12)}${ratio.padStart(10)}${note ? `   ${note}` : ''}`);
  }
}

/** Median milliseconds of one call; `times` calls after one that is not counted. */
export function time(act: () => unknown, times = 15): number {
  act();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}
