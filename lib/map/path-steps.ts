/** A path as it is read: neighbours that one lesson teaches stand together under it. */
export type Step<T> = { readonly lesson: number | null; readonly first: number; readonly concepts: readonly T[] };

export function groupByLesson<T extends { readonly lesson: number | null }>(path: readonly T[]): readonly Step<T>[] {
  const steps: { lesson: number | null; first: number; concepts: T[] }[] = [];
  path.forEach((concept, index) => {
    const last = steps.at(-1);
    if (last && last.lesson === concept.lesson) last.concepts.push(concept);
    else steps.push({ lesson: concept.lesson, first: index + 1, concepts: [concept] });
  });
  return steps;
}
