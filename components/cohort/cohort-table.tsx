/**
 * The table itself: a real one, so that a screen reader walks it by row and column. Twelve thousand cells must cost little: a
 * row is one memoised component without a hook, which the browser lays out only when it comes into view; a cell is one element
 * whose mark is a background; and what the pointer does is heard once, for the whole table.
 */
'use client';
import { type CSSProperties, Fragment, type MouseEvent, useDeferredValue, useRef, useState } from 'react';
import type { Arrangement, Table } from '@/lib/cohort/table';
import type { SavedView } from '@/lib/cohort/view';
import type { Locale } from '@/lib/i18n/locale';
import type { ShareRoad } from '@/lib/share/road-view';
import { CellNote } from './cell-note';
import { LearnerDetail } from './learner-detail';
import { LearnerRow } from './learner-row';
import { TableHead } from './table-head';
import { TableLegend } from './table-legend';
import { roles } from './table-roles';
import { tableStrings } from './table-strings';
import { TableTotals } from './table-totals';

type Props = {
  readonly locale: Locale;
  readonly road: ShareRoad;
  readonly table: Table;
  readonly arrangement: Arrangement;
  readonly onSort: (part: Partial<SavedView>) => void;
};

/** A cell by its learner and column; no learner means the totals. */
export type Pointed = { readonly key: string; readonly column: number };

export function CohortTable({ locale, road, table, arrangement, onSort }: Props) {
  const t = tableStrings[locale];
  const region = useRef<HTMLElement>(null);
  const [open, setOpen] = useState('');
  const [pointed, setPointed] = useState<Pointed>();
  // The first screen at once; the rest, and whatever changes later, in slices between which the page answers.
  const drawn = useDeferredValue(table, { ...table, rows: table.rows.slice(0, firstScreen) });
  const { places, columns, rows } = drawn;
  const width = columns.length + summaryColumns;

  function onPoint({ target }: MouseEvent) {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td.mark') : null;
    const key = cell?.closest('tr')?.dataset.key;
    if (cell && key !== undefined) setPointed({ key, column: cell.cellIndex - summaryColumns });
  }

  function onClick(event: MouseEvent) {
    onPoint(event);
    const button = event.target instanceof Element ? event.target.closest('[data-open]') : null;
    const key = button?.closest('tr')?.dataset.key;
    if (key !== undefined) setOpen((before) => (before === key ? '' : key));
  }

  if (rows.length === 0) return <p className="mt-6">{t.noMatch}</p>;
  return (
    <>
      <section
        ref={region}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t.region}
        className="cohort-scroll mt-4"
      >
        {/* biome-ignore lint/a11y/useKeyWithMouseEvents: the same is in the opened row, by keyboard */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside are what is pressed */}
        <table
          {...roles.table}
          className="cohort-table"
          style={{ '--lessons': columns.length } as CSSProperties}
          onClick={onClick}
          onMouseOver={onPoint}
        >
          <caption className="sr-only">{t.caption}</caption>
          <TableHead locale={locale} columns={columns} stages={road.stages} arrangement={arrangement} onSort={onSort} />
          <TableTotals locale={locale} columns={columns} />
          <tbody {...roles.group}>
            {rows.map((row) => (
              <Fragment key={row.key}>
                <LearnerRow locale={locale} row={row} places={places} isOpen={open === row.key} />
                {open === row.key && (
                  <tr {...roles.row}>
                    <td {...roles.cell} colSpan={width} className="cohort-detail">
                      <LearnerDetail locale={locale} road={road} row={row} onGone={() => region.current?.focus()} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      <CellNote locale={locale} table={drawn} pointed={pointed} />
      <TableLegend locale={locale} />
    </>
  );
}

/** More rows than fit. */
const firstScreen = 40;

/** Name, percentage, since last time, last activity, snapshot. */
export const summaryColumns = 5;
