/**
 * Where the nodes of a graph stand: rows by depth, leaves just above what first uses them, the output at the bottom, and within a
 * row in an order that lets few edges cross. An edge over several rows gets a place in each, so that it runs around the nodes.
 * Sugiyama, Tagawa & Toda 1981, in small.
 */
export type Link = { readonly from: string; readonly to: string };
/** Shares of the width and of the rows: x in (0, 1), row from 0. */
export type Place = { readonly x: number; readonly row: number };
export type Layout = {
  readonly nodes: Readonly<Record<string, Place>>;
  /** For each link, in their order: the places it runs through, both ends included. */
  readonly routes: readonly (readonly Place[])[];
  readonly rows: number;
};

const SWEEPS = 6;

/** `names` in an order in which every link leads from an earlier to a later one. */
export function layOut(names: readonly string[], links: readonly Link[]): Layout {
  const rowOf = rowsOf(names, links);
  const rows: string[][] = Array.from({ length: Math.max(...rowOf.values(), 0) + 1 }, () => []);
  for (const name of names) rows[rowOf.get(name) ?? 0]?.push(name);

  const chains = links.map(({ from, to }, i) => {
    const between: string[] = [];
    for (let row = (rowOf.get(from) ?? 0) + 1; row < (rowOf.get(to) ?? 0); row += 1) {
      between.push(`${i}:${row}`);
      rows[row]?.push(`${i}:${row}`);
    }
    return [from, ...between, to];
  });
  const near = new Map<string, string[]>();
  for (const chain of chains) {
    chain.forEach((name, i) => {
      const beside = [chain[i - 1], chain[i + 1]].filter((one) => one !== undefined);
      near.set(name, [...(near.get(name) ?? []), ...beside]);
    });
  }
  const x = new Map<string, number>();
  const spread = () => {
    for (const row of rows) for (const [i, name] of row.entries()) x.set(name, (i + 0.5) / row.length);
  };
  spread();
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const middle = new Map(
        row.map((name) => [name, average((near.get(name) ?? []).map((one) => x.get(one) ?? 0.5))]),
      );
      row.sort((a, b) => (middle.get(a) ?? 0.5) - (middle.get(b) ?? 0.5));
      for (const [i, name] of row.entries()) x.set(name, (i + 0.5) / row.length);
    }
  }
  const rowIn = new Map(rows.flatMap((row, i) => row.map((name) => [name, i] as const)));
  const place = (name: string): Place => ({ x: x.get(name) ?? 0.5, row: rowIn.get(name) ?? 0 });
  return {
    nodes: Object.fromEntries(names.map((name) => [name, place(name)])),
    routes: chains.map((chain) => chain.map(place)),
    rows: rows.length,
  };
}

function rowsOf(names: readonly string[], links: readonly Link[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const name of names) {
    const above = links.filter(({ to }) => to === name).map(({ from }) => (rows.get(from) ?? 0) + 1);
    rows.set(name, Math.max(0, ...above));
  }
  // Leaves move down to their first use, which keeps edges short.
  for (const name of names) {
    if (links.some(({ to }) => to === name)) continue;
    const below = links.filter(({ from }) => from === name).map(({ to }) => rows.get(to) ?? 0);
    if (below.length > 0) rows.set(name, Math.max(0, Math.min(...below) - 1));
  }
  return rows;
}

const average = (values: readonly number[]) =>
  values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length;
