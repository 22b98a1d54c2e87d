/** The grammar of the data sets: slots, each with its words, joined by underscores. */
import { MAX_NAME_LENGTH } from './alphabet';

/** Adds every choice of one word a slot that is short enough and does not stammer (`sort_sorted_list`). */
export function addCombinations(slots: readonly (readonly string[])[], names: Set<string>): void {
  let stems: readonly string[] = [''];
  for (const [position, words] of slots.entries()) {
    const longer: string[] = [];
    for (const stem of stems) {
      const last = stem.slice(stem.lastIndexOf('_') + 1);
      for (const word of words) {
        const name = position === 0 ? word : `${stem}_${word}`;
        const stammers = position > 0 && word.startsWith(last);
        if (name.length <= MAX_NAME_LENGTH && !stammers) longer.push(name);
      }
    }
    stems = longer;
  }
  for (const name of stems) names.add(name);
}
