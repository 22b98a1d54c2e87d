/**
 * Parts out of sums of parts: elimination over GF(2), a row at a time as frames come in. `rank` is how many parts' worth is
 * there; it grows by one with every frame that says something new, and never shrinks.
 */
import { includes } from './fountain';

type Row = { readonly choice: Uint32Array; readonly data: Uint32Array };

export type Solver = {
  /** False when the frame said nothing new. */
  readonly add: (choice: Uint32Array, data: Uint8Array) => boolean;
  readonly rank: () => number;
  /** All parts one after another, once `rank` is the number of parts. */
  readonly solve: () => Uint8Array;
};

export function createSolver(parts: number, partLength: number): Solver {
  /** By the lowest part in them. */
  const rows: (Row | undefined)[] = Array.from({ length: parts });
  const words = Math.ceil(partLength / 4);
  let rank = 0;

  function add(choice: Uint32Array, data: Uint8Array): boolean {
    const row: Row = { choice: choice.slice(), data: new Uint32Array(words) };
    new Uint8Array(row.data.buffer).set(data);
    for (let part = 0; part < parts; part++) {
      if (!includes(row.choice, part)) continue;
      const known = rows[part];
      if (!known) {
        rows[part] = row;
        rank++;
        return true;
      }
      addInto(row, known);
    }
    return false;
  }

  function solve(): Uint8Array {
    const whole = new Uint8Array(parts * partLength);
    for (let part = parts - 1; part >= 0; part--) {
      const row = rows[part];
      if (!row) throw new Error('not all parts are there');
      // Rows of later parts are parts by now.
      for (let later = part + 1; later < parts; later++) {
        const known = rows[later];
        if (known && includes(row.choice, later)) addInto(row, known);
      }
      whole.set(new Uint8Array(row.data.buffer, 0, partLength), part * partLength);
    }
    return whole;
  }

  return { add, rank: () => rank, solve };
}

function addInto(row: Row, other: Row): void {
  for (let i = 0; i < row.choice.length; i++) row.choice[i] = (row.choice[i] ?? 0) ^ (other.choice[i] ?? 0);
  for (let i = 0; i < row.data.length; i++) row.data[i] = (row.data[i] ?? 0) ^ (other.data[i] ?? 0);
}
