/** Search by name: every word typed must stand in a concept's name, in either language, or in its id. */
export type Named = { readonly id: string; readonly name: string; readonly alias: string };

export function matchConcept({ id, name, alias }: Named, query: string): boolean {
  const text = fold(`${name} ${alias} ${id} ${id.replaceAll('-', ' ')}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Matches, those whose name starts with the query first; otherwise in the order given. */
export function findConcepts<T extends Named>(concepts: readonly T[], query: string): readonly T[] {
  const typed = fold(query);
  const starts = ({ id, name, alias }: T) => [name, alias, id].some((text) => fold(text).startsWith(typed));
  const found = concepts.filter((concept) => matchConcept(concept, query));
  return [...found.filter(starts), ...found.filter((concept) => !starts(concept))];
}

/** Case, width and accents do not count. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
