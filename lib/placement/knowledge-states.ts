/**
 * What a learner can know: every set of lessons that holds, with a lesson, all its prerequisites. Doignon and Falmagne,
 * "Spaces for the assessment of knowledge" (1985), call this a knowledge structure closed under union and intersection.
 * A set is a bit mask in the order of the lessons given.
 */
export type LessonNode = { readonly id: number; readonly prerequisites: readonly number[] };

/** A number has 31 bits to spare, and beyond this many sets a page would feel the counting. */
export const stateLimits = { lessons: 31, states: 200_000 } as const;

/**
 * All knowledge states, the empty one first. Lessons in road order: a prerequisite stands before what needs it, and one that
 * is not in the list does not count. Throws RangeError beyond the limits or when a lesson stands before its prerequisite.
 */
export function knowledgeStates(lessons: readonly LessonNode[]): readonly number[] {
  if (lessons.length > stateLimits.lessons) throw new RangeError(`At most ${stateLimits.lessons} lessons`);
  const place = new Map(lessons.map(({ id }, i) => [id, i]));
  let states = [0];
  lessons.forEach(({ id, prerequisites }, i) => {
    let needed = 0;
    for (const other of prerequisites) {
      const at = place.get(other);
      if (at === undefined) continue;
      if (at >= i) throw new RangeError(`Lesson ${id} stands before its prerequisite ${other}`);
      needed |= 1 << at;
    }
    states = [...states, ...states.filter((state) => (state & needed) === needed).map((state) => state | (1 << i))];
    if (states.length > stateLimits.states) throw new RangeError('Too many knowledge states');
  });
  return states;
}
