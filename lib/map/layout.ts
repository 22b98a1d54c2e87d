/**
 * Where each concept stands on the knowledge map, computed at build.
 *
 * Modules are bands across the full width, as the stages are layers on the road; a concept is a stone in its band. One column
 * for each step of the longest chain of the whole map would leave most places empty (15 columns, 151 concepts), so columns
 * are shared out inside each band (columns.ts) and rows after them (rows.ts). Inside a band every line runs to the right.
 * Lines between bands leave and arrive level too and run right where they can; they are drawn when a concept is chosen.
 */
import { placeColumns } from './columns';
import { placeRows } from './rows';

export type MapConcept = { readonly id: string; readonly module: string; readonly prerequisites: readonly string[] };
export type MapModule = { readonly id: string; readonly named: boolean };
export type PlacedConcept = {
  readonly id: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
};
export type Band = { readonly module: string; readonly named: boolean; readonly y: number; readonly height: number };
export type Line = { readonly from: string; readonly to: string; readonly inside: boolean; readonly path: string };
export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedConcept[];
  readonly bands: readonly Band[];
  readonly lines: readonly Line[];
};

export const nodeWidth = 130;
const COLUMN = nodeWidth + 20;
const MARGIN = 22;
/** The named modules are what the map is for: taller stones and a larger head. */
const named = { node: 48, gap: 14, head: 74, foot: 34 } as const;
const other = { node: 44, gap: 12, head: 58, foot: 26 } as const;
/** As wide as a laptop's screen at a readable size; a longer chain inside one module makes it wider. */
const COLUMNS = 10;

/** `modules` gives the bands from top to bottom; every concept's module must be among them. Throws RangeError on a circle. */
export function layoutMap(concepts: readonly MapConcept[], modules: readonly MapModule[]): MapLayout {
  const columns = placeColumns(concepts, COLUMNS);
  const placed = new Map<string, PlacedConcept>();
  const bands: Band[] = [];
  let top = 0;
  for (const module of modules) {
    const measure = module.named ? named : other;
    const members = concepts.filter((concept) => concept.module === module.id);
    const { rows, count } = placeRows(members, columns);
    for (const { id } of members) {
      const column = columns.get(id) ?? 0;
      const y = top + measure.head + (rows.get(id) ?? 0) * (measure.node + measure.gap);
      placed.set(id, { id, column, x: MARGIN + column * COLUMN, y, height: measure.node });
    }
    const height = measure.head + Math.max(1, count) * (measure.node + measure.gap) - measure.gap + measure.foot;
    bands.push({ module: module.id, named: module.named, y: top, height });
    top += height;
  }
  const last = Math.max(COLUMNS - 1, ...columns.values());
  const nodes = concepts.flatMap(({ id }) => placed.get(id) ?? []);
  if (nodes.length < concepts.length) throw new RangeError('a concept stands in no module of the map');
  return {
    width: 2 * MARGIN + last * COLUMN + nodeWidth,
    height: top,
    nodes,
    bands,
    lines: drawLines(concepts, placed),
  };
}

function drawLines(concepts: readonly MapConcept[], placed: ReadonlyMap<string, PlacedConcept>): Line[] {
  const moduleOf = new Map(concepts.map(({ id, module }) => [id, module]));
  return concepts.flatMap(({ id, module, prerequisites }) =>
    prerequisites.flatMap((below) => {
      const [from, to] = [placed.get(below), placed.get(id)];
      return from && to ? [{ from: below, to: id, inside: moduleOf.get(below) === module, path: curve(from, to) }] : [];
    }),
  );
}

/** A cubic from the right edge of one node to the left edge of the other, level at both ends. */
function curve(from: PlacedConcept, to: PlacedConcept): string {
  const x1 = from.x + nodeWidth;
  const y1 = from.y + from.height / 2;
  const y2 = to.y + to.height / 2;
  const bend = to.x > x1 ? Math.max(12, (to.x - x1) / 2) : 44;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${to.x - bend} ${y2} ${to.x} ${y2}`;
}
