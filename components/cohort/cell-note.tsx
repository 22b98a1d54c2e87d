/** The cell that was pointed at or tapped, in words. A mark has no room for its day. */
import type { Table } from '@/lib/cohort/table';
import type { Locale } from '@/lib/i18n/locale';
import type { Pointed } from './cohort-table';
import { dayWords } from './day-words';
import { tableStrings } from './table-strings';

type Props = { readonly locale: Locale; readonly table: Table; readonly pointed: Pointed | undefined };

export function CellNote({ locale, table, pointed }: Props) {
  return (
    <p className="mt-2 min-h-6 text-sm print:hidden" data-note>
      {words(locale, table, pointed) ?? <span className="text-faint">{tableStrings[locale].note}</span>}
    </p>
  );
}

function words(locale: Locale, { columns, rows }: Table, pointed: Pointed | undefined): string | undefined {
  const t = tableStrings[locale];
  const column = pointed && columns[pointed.column];
  if (!column) return undefined;
  const { title } = column.lesson;
  if (pointed.key === '') return t.noteColumn(title, column.done, column.doing, column.skipped, column.todo);
  const row = rows.find(({ key }) => key === pointed.key);
  if (!row) return undefined;
  const cell = row.cells[pointed.column];
  const state = cell ? (cell.isStalled ? t.stalled : t.states[cell.state]) : t.absent;
  const said = cell?.day ? t.noteDay(state, dayWords(cell.day, locale)) : state;
  return t.noteOf(row.name || t.nameless, title, said);
}
