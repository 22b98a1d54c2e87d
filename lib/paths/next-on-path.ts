/** What comes after a lesson on the learner's path: the first open lesson behind it, else the first open one anywhere on the path. */
import type { Records } from '@/lib/progress/records';
import { lessonStatus } from '@/lib/progress/selectors';

/** `order`: the path's lessons. Undefined when none but this one is open. */
export function nextOnPath(records: Records, lesson: number, order: readonly number[]): number | undefined {
  const isOpen = (id: number) => id !== lesson && ['todo', 'doing'].includes(lessonStatus(records, id));
  return order.slice(order.indexOf(lesson) + 1).find(isOpen) ?? order.find(isOpen);
}
