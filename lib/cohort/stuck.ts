/**
 * Where a cohort is stuck. A lesson counts as a stuck point when, of the learners who got as far as it (done, in progress or
 * skipped), at least two and at least a quarter either skipped it or have had it in progress for `stalledDays` (lib/cohort/standing)
 * without working on it. Learners who have not begun it say nothing about it.
 */
import type { Cell } from './standing';

export const stuckLeast = 2;
export const stuckShare = 0.25;

export type ColumnCount = {
  readonly done: number;
  readonly doing: number;
  readonly skipped: number;
  readonly todo: number;
  /** Learners whose snapshot has the lesson. */
  readonly of: number;
  /** Of those in progress. */
  readonly stalled: number;
  readonly isStuck: boolean;
};

export function countColumn(cells: readonly (Cell | undefined)[]): ColumnCount {
  const count = { todo: 0, doing: 0, done: 0, skipped: 0, stalled: 0 };
  for (const cell of cells) {
    if (!cell) continue;
    count[cell.state]++;
    if (cell.isStalled) count.stalled++;
  }
  const reached = count.doing + count.done + count.skipped;
  const stuck = count.stalled + count.skipped;
  const isStuck = stuck >= stuckLeast && stuck >= stuckShare * reached;
  return { ...count, of: reached + count.todo, isStuck };
}

/** Stuck points, the one that holds up most learners first. */
export function stuckPoints<T extends ColumnCount>(columns: readonly T[]): readonly T[] {
  return columns.filter(({ isStuck }) => isStuck).sort((a, b) => b.stalled + b.skipped - (a.stalled + a.skipped));
}
