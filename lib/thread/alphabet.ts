/**
 * The characters of the thread's model: 28 tokens, one a character. Checkpoints depend on these ids: never reorder, never reuse.
 *   0 boundary (start and end of a name) · 1–26 a–z · 27 underscore
 */
export const VOCAB = 28;
/** Stands before the first character and after the last one. */
export const BOUNDARY = 0;
/** Tokens the model can look at. A name of CONTEXT − 1 characters and its boundary fill it. */
export const CONTEXT = 24;
export const MAX_NAME_LENGTH = CONTEXT - 1;

const UNDERSCORE = 27;
const LETTER_A = 97;

/** Ids of a name between two boundaries, length + 2. Throws RangeError on a character outside a–z and `_`. */
export function encodeName(name: string): number[] {
  const ids = [BOUNDARY];
  for (const character of name) {
    const letter = (character.codePointAt(0) ?? 0) - LETTER_A + 1;
    if (character !== '_' && (letter < 1 || letter > 26)) {
      throw new RangeError(`“${character}” in “${name}” is not in the alphabet: a–z and _ only`);
    }
    ids.push(character === '_' ? UNDERSCORE : letter);
  }
  ids.push(BOUNDARY);
  return ids;
}

/** The characters of ids; boundaries at the start and at the end are left out. Throws RangeError on an id outside 0…27 and on a boundary inside. */
export function decodeName(ids: readonly number[]): string {
  const start = ids[0] === BOUNDARY ? 1 : 0;
  const end = ids.length > start && ids.at(-1) === BOUNDARY ? ids.length - 1 : ids.length;
  return ids.slice(start, end).map(characterOf).join('');
}

/** The character of one token other than the boundary. Throws RangeError on any other id. */
export function characterOf(id: number): string {
  if (!Number.isInteger(id) || id <= BOUNDARY || id >= VOCAB) throw new RangeError(`no character has the id ${id}`);
  return id === UNDERSCORE ? '_' : String.fromCharCode(LETTER_A + id - 1);
}
