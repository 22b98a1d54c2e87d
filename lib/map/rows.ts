/**
 * Rows of one band. A start by the barycentre rule (Sugiyama, Tagawa & Toda 1981), then exchanges inside a column as long as
 * they make lines flatter, let fewer of them cross and fewer pass behind a stone that they do not belong to.
 */
import type { MapConcept } from './layout';

const SWEEPS = 16;
/** A band with more lines than this is laid out without counting crossings at each exchange. */
const COUNTED = 400;

type Edge = { readonly from: string; readonly to: string };

export function placeRows(
  members: readonly MapConcept[],
  columns: ReadonlyMap<string, number>,
): { readonly rows: ReadonlyMap<string, number>; readonly count: number } {
  const cells = new Map<number, (string | null)[]>();
  for (const { id } of members) {
    const column = columns.get(id) ?? 0;
    cells.set(column, [...(cells.get(column) ?? []), id]);
  }
  const count = Math.max(0, ...[...cells.values()].map((cell) => cell.length));
  const known = new Set(members.map(({ id }) => id));
  const edges = members.flatMap(({ id, prerequisites }) =>
    prerequisites.filter((below) => known.has(below)).map((below) => ({ from: below, to: id })),
  );
  const around = new Map<string, Edge[]>(members.map(({ id }) => [id, []]));
  for (const edge of edges) for (const id of [edge.from, edge.to]) around.get(id)?.push(edge);

  const rows = startRows(cells, count, around);
  const taken = (column: number, row: number) => cells.get(column)?.[row] ?? null;
  const y = (id: string) => rows.get(id) ?? 0;
  const x = (id: string) => columns.get(id) ?? 0;
  const costOf = (edge: Edge): number => {
    const [x1, x2, y1, y2] = [x(edge.from), x(edge.to), y(edge.from), y(edge.to)];
    let cost = (y2 - y1) ** 2;
    for (let column = x1 + 1; column < x2; column += 1) {
      if (taken(column, Math.round(y1 + ((y2 - y1) * (column - x1)) / (x2 - x1)))) cost += 5;
    }
    if (edges.length <= COUNTED) for (const rival of edges) if (cross(edge, rival, x, y)) cost += 2;
    return cost;
  };
  const costAround = (a: string, b: string | null) =>
    [...new Set([...(around.get(a) ?? []), ...((b && around.get(b)) || [])])].reduce(
      (sum, edge) => sum + costOf(edge),
      0,
    );

  for (let sweep = 0, moved = true; moved && sweep < SWEEPS; sweep += 1) {
    moved = false;
    for (const { id } of members) {
      const cell = cells.get(x(id));
      for (let row = 0; cell && row < count; row += 1) {
        const here = y(id);
        const rival = cell[row] ?? null;
        if (row === here) continue;
        const before = costAround(id, rival);
        exchange(cell, rows, here, row);
        if (costAround(id, rival) < before - 1e-9) moved = true;
        else exchange(cell, rows, row, here);
      }
    }
  }
  return { rows, count };
}

/** Puts what stands in `from` into `to` and the reverse; either may be empty. */
function exchange(cell: (string | null)[], rows: Map<string, number>, from: number, to: number): void {
  const [a, b] = [cell[from] ?? null, cell[to] ?? null];
  cell[to] = a;
  cell[from] = b;
  if (a) rows.set(a, to);
  if (b) rows.set(b, from);
}

function startRows(
  cells: Map<number, (string | null)[]>,
  count: number,
  around: ReadonlyMap<string, readonly Edge[]>,
): Map<string, number> {
  const rows = new Map<string, number>();
  for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) {
    const ids = cell.filter((id): id is string => id !== null);
    const wish = (id: string) => {
      const below = (around.get(id) ?? []).flatMap((edge) => (edge.to === id ? [rows.get(edge.from) ?? 0] : []));
      return below.length > 0 ? below.reduce((sum, row) => sum + row, 0) / below.length : count / 2;
    };
    const ordered = ids.map((id, index) => ({ id, index, at: wish(id) }));
    ordered.sort((a, b) => a.at - b.at || a.index - b.index);
    const slots = new Array<string | null>(count).fill(null);
    ordered.forEach(({ id }, row) => {
      slots[row] = id;
      rows.set(id, row);
    });
    cells.set(column, slots);
  }
  return rows;
}

type Place = (id: string) => number;

/** Whether two lines cross between their ends; lines that share an end do not. */
export function cross(a: Edge, b: Edge, x: Place, y: Place): boolean {
  if (a.from === b.from || a.to === b.to || a.from === b.to || a.to === b.from) return false;
  const left = Math.max(x(a.from), x(b.from));
  const right = Math.min(x(a.to), x(b.to));
  if (left >= right) return false;
  const height = (edge: Edge, at: number) =>
    y(edge.from) + ((y(edge.to) - y(edge.from)) * (at - x(edge.from))) / (x(edge.to) - x(edge.from));
  return (height(a, left) - height(b, left)) * (height(a, right) - height(b, right)) < 0;
}
