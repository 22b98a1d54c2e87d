/**
 * What the parts of the table are, said once more: on screen its rows are grids, so that those out of view cost nothing, and some
 * browsers take a table that is not laid out as one for no table.
 */
export const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  rowHead: { role: 'rowheader' },
  columnHead: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;
