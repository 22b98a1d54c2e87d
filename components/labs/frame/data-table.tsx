/** The numbers of the plot, for whoever cannot see it or wants them all. */
'use client';
import type { Cell } from '@/lib/labs/core';

type Props = {
  /** The lab's. Its heading is part of the table's name: several labs on a page have one. */
  readonly id: string;
  readonly label: string;
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
  readonly columns: Readonly<Record<string, string>>;
};

/** At most six significant digits, without exponent where it can be avoided. */
export function formatCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (Number.isInteger(cell)) return cell.toLocaleString('en-US');
  return String(Number(cell.toPrecision(6)));
}

export function DataTable({ id, label, table, columns }: Props) {
  return (
    <details>
      <summary id={`lab-${id}-numbers`}>{label}</summary>
      {/* A scrolled region must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrollable region */}
      <section className="lab-table" tabIndex={0} aria-labelledby={`lab-${id} lab-${id}-numbers`}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {columns[column] ?? column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={table.columns[j]}>{formatCell(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
