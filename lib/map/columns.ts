/**
 * Columns of the map. Inside a module a concept stands to the right of everything it rests on; no column holds more than
 * the module's share of rows. First the strictest concepts are seated (list scheduling by latest possible column, as in
 * Coffman & Graham 1972), then single moves shorten lines and pull each concept towards its depth in the whole map.
 */
import type { MapConcept } from './layout';

const SWEEPS = 24;
/** Weights against a column of slack in a line: of the pull to a concept's depth, and of a line that runs back. */
const WISH = 0.2;
const BACK = 1;

/** Length of the longest chain below each concept. Throws RangeError on a circle or an unknown prerequisite. */
export function depthsOf(concepts: readonly MapConcept[]): ReadonlyMap<string, number> {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const depths = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const concept = byId.get(id);
    if (!concept || open.has(id)) throw new RangeError(concept ? `"${id}" rests on itself` : `no concept "${id}"`);
    open.add(id);
    const depth = concept.prerequisites.reduce((deepest, below) => Math.max(deepest, visit(below) + 1), 0);
    open.delete(id);
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of concepts) visit(id);
  return depths;
}

/** A column for every concept, at least `wanted` columns in all, more when a chain inside one module needs them. */
export function placeColumns(concepts: readonly MapConcept[], wanted: number): ReadonlyMap<string, number> {
  const depths = depthsOf(concepts);
  const deepest = Math.max(1, ...depths.values());
  const inside = insideLinks(concepts);
  const chains = concepts.map(({ id }) => inside.below.get(id)?.chain ?? 0);
  const count = Math.max(wanted, 1 + Math.max(0, ...chains));
  const wish = new Map(concepts.map(({ id }) => [id, ((depths.get(id) ?? 0) / deepest) * (count - 1)]));
  const columns = new Map<string, number>();
  const bands = [...new Set(concepts.map((concept) => concept.module))].map((module) => {
    const ids = concepts.filter((concept) => concept.module === module).map(({ id }) => id);
    let room = Math.ceil(ids.length / count);
    const seating = () => ({ count, room, inside, wish, columns });
    // Everyone near their depth if that can be; else packed to the left; else with more room.
    while (!seat(ids, seating(), true) && !seat(ids, seating(), false)) room += 1;
    return { ids, seating: seating() };
  });
  for (let sweep = 0, moved = true; moved && sweep < SWEEPS; sweep += 1) {
    moved = false;
    for (const { ids, seating } of bands) if (settle(ids, seating)) moved = true;
  }
  return columns;
}

type Link = { readonly ids: string[]; chain: number };
type Links = ReadonlyMap<string, Link>;
/** `below` and `above` hold neighbours in the same module; `sources` and `uses` those in others. */
type Inside = { readonly below: Links; readonly above: Links; readonly sources: Links; readonly uses: Links };

/** For each concept: its neighbours on either side, and the longest chain of those in the same module. */
function insideLinks(concepts: readonly MapConcept[]): Inside {
  const moduleOf = new Map(concepts.map(({ id, module }) => [id, module]));
  const empty = () => new Map<string, Link>(concepts.map(({ id }) => [id, { ids: [], chain: 0 }]));
  const [below, above, sources, uses] = [empty(), empty(), empty(), empty()];
  for (const { id, module, prerequisites } of concepts) {
    for (const other of prerequisites) {
      const same = moduleOf.get(other) === module;
      (same ? below : sources).get(id)?.ids.push(other);
      (same ? above : uses).get(other)?.ids.push(id);
    }
  }
  for (const links of [below, above]) {
    const done = new Set<string>();
    const visit = (id: string): number => {
      const link = links.get(id);
      if (!link) return 0;
      if (!done.has(id)) {
        done.add(id);
        link.chain = link.ids.reduce((longest, other) => Math.max(longest, visit(other) + 1), 0);
      }
      return link.chain;
    };
    for (const id of links.keys()) visit(id);
  }
  return { below, above, sources, uses };
}

type Seating = {
  readonly count: number;
  readonly room: number;
  readonly inside: Inside;
  readonly wish: ReadonlyMap<string, number>;
  readonly columns: Map<string, number>;
};

/** Fills `columns` from left to right; false when `room` is too little for someone to keep to their latest column. */
function seat(ids: readonly string[], { count, room, inside, wish, columns }: Seating, patient: boolean): boolean {
  for (const id of ids) columns.delete(id);
  const latest = (id: string) => count - 1 - (inside.above.get(id)?.chain ?? 0);
  const waiting = [...ids].sort((a, b) => latest(a) - latest(b) || (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
  for (let column = 0; column < count && waiting.length > 0; column += 1) {
    const ready = waiting.filter((id) =>
      (inside.below.get(id)?.ids ?? []).every((other) => (columns.get(other) ?? column) < column),
    );
    const left = room * (count - column - 1);
    const due = ready.filter((id, index) => {
      const early = patient && (wish.get(id) ?? 0) > column + 0.5 && latest(id) > column;
      return !early || waiting.length - index > left;
    });
    for (const id of due.slice(0, room)) {
      columns.set(id, column);
      waiting.splice(waiting.indexOf(id), 1);
    }
    if (waiting.some((id) => latest(id) <= column)) return false;
  }
  return waiting.length === 0;
}

/** One round of single moves and exchanges inside a module; true when something moved. */
function settle(ids: readonly string[], { count, room, inside, wish, columns }: Seating): boolean {
  const at = (id: string) => columns.get(id) ?? 0;
  const idsOf = (links: Links, id: string) => links.get(id)?.ids ?? [];
  const cost = (id: string) => {
    const column = at(id);
    let sum = WISH * (column - (wish.get(id) ?? 0)) ** 2;
    for (const other of idsOf(inside.below, id)) sum += (column - at(other) - 1) ** 2;
    for (const other of idsOf(inside.above, id)) sum += (at(other) - column - 1) ** 2;
    for (const other of idsOf(inside.sources, id)) sum += BACK * Math.max(0, at(other) - column + 1) ** 2;
    for (const other of idsOf(inside.uses, id)) sum += BACK * Math.max(0, column - at(other) + 1) ** 2;
    return sum;
  };
  const fits = (id: string) =>
    idsOf(inside.below, id).every((other) => at(other) < at(id)) &&
    idsOf(inside.above, id).every((other) => at(other) > at(id));
  let moved = false;
  for (const id of ids) {
    for (let column = 0; column < count; column += 1) {
      const here = at(id);
      if (column === here) continue;
      const there = ids.filter((other) => at(other) === column);
      // Either into a free place, or in exchange for one of those who stand there.
      for (const rival of there.length < room ? [null] : there) {
        const before = cost(id) + (rival ? cost(rival) : 0);
        columns.set(id, column);
        if (rival) columns.set(rival, here);
        const after = cost(id) + (rival ? cost(rival) : 0);
        if (after < before - 1e-9 && fits(id) && (!rival || fits(rival))) {
          moved = true;
          break;
        }
        columns.set(id, here);
        if (rival) columns.set(rival, column);
      }
    }
  }
  return moved;
}
