/** What a link to the map holds: `?module=training,safety&view=list#softmax`. Unknown values are dropped, others' parameters kept. */
export const mapViews = ['map', 'list'] as const;
export type MapView = (typeof mapViews)[number];
export type MapChoice = {
  readonly modules: readonly string[];
  /** null: what suits the screen. */
  readonly view: MapView | null;
  readonly concept: string | null;
};
export const noChoice: MapChoice = { modules: [], view: null, concept: null };

type Known = { readonly modules: ReadonlySet<string>; readonly concepts: ReadonlySet<string> };

export function readMapAddress(search: string, hash: string, known: Known): MapChoice {
  const query = new URLSearchParams(search);
  const modules = (query.get('module') ?? '').split(',').filter((id) => known.modules.has(id));
  const view = mapViews.find((name) => name === query.get('view')) ?? null;
  const concept = /^#([a-z0-9-]{1,80})$/.exec(hash)?.[1] ?? '';
  return { modules: [...new Set(modules)], view, concept: known.concepts.has(concept) ? concept : null };
}

/** The part after the path. `search` is what the address holds now. */
export function writeMapAddress(search: string, { modules, view, concept }: MapChoice): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of [
    ['module', modules.join(',')],
    ['view', view ?? ''],
  ] as const) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString().replaceAll('%2C', ',');
  return `${text ? `?${text}` : ''}${concept ? `#${concept}` : ''}`;
}
