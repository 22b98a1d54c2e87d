/**
 * Comma-separated values as RFC 4180 has them, with what spreadsheets need beyond it: a byte order mark, without which Excel reads
 * Chinese as noise, and no cell that a spreadsheet would take for a formula. Names come from strangers: a name that begins
 * with `=`, `+`, `-`, `@`, a tab or a line break, or with their full-width forms, gets an apostrophe in front
 * (OWASP, CSV Injection). Numbers are numbers: a minus before one is harmless.
 */
export type CsvCell = string | number;

export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = startsFormula.test(cell) ? `'${cell}` : cell;
  // Semicolons and tabs are quoted too: where the comma is the decimal sign, Excel splits at them.
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Blanks and invisible characters before the sign are skipped, as a spreadsheet may do. */
const startsFormula = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*[=+\-@＝＋－＠\t\r\n]/u;
