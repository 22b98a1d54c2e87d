/** The table as a spreadsheet: the rows in the order shown, a column for each lesson, and one for its day where days are known. */
import type { LessonState } from '@/lib/share/snapshot-code';
import { type CsvCell, toCsv } from './csv';
import { percentOf, type Row, type Table } from './table';

export type CsvWords = {
  /** Name, percentage, done, in progress, skipped, not begun, gained, last work, snapshot, unknown lessons. */
  readonly heads: readonly string[];
  readonly states: Readonly<Record<LessonState, string>>;
  readonly dayOf: (title: string) => string;
};

export function cohortCsv({ columns, rows }: Table, { heads, states, dayOf }: CsvWords): string {
  const dated = columns.map((_, i) => rows.some(({ cells }) => cells[i]?.day));
  const titles = columns.flatMap(({ lesson: { title } }, i) => (dated[i] ? [title, dayOf(title)] : [title]));
  const lines = rows.map((row) => [
    ...summary(row),
    ...row.cells.flatMap((cell, i) => {
      const state = cell ? states[cell.state] : '';
      return dated[i] ? [state, cell?.day ?? ''] : [state];
    }),
  ]);
  return toCsv([[...heads, ...titles], ...lines]);
}

function summary(row: Row): readonly CsvCell[] {
  const { name, tally, gained, standing } = row;
  return [
    name,
    percentOf(row) ?? '',
    tally.done,
    tally.doing,
    tally.skipped,
    tally.todo,
    gained ?? '',
    standing.lastDay,
    standing.learner.newest.taken,
    standing.unknown,
  ];
}
