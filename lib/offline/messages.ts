/** What pages and the worker say to each other. */

export type ToWorker =
  /** A page has loaded: keep it, and repair what is not whole. `page` is its path without the base path. */
  | { readonly type: 'hello'; readonly page: string }
  /** Answered on the port that comes with it: `{ build }`. */
  | { readonly type: 'describe' }
  /** The learner has asked for the new version. */
  | { readonly type: 'take-over' }
  /** Something was deleted from the notes: delete the files nobody needs now. Answered when done. */
  | { readonly type: 'tidy' };

export type ToPage = {
  readonly type: 'unavailable';
  /** `offline`: no network and not on this device. `updated`: the host has another build's only. */
  readonly why: 'offline' | 'updated';
};

export function isToPage(value: unknown): value is ToPage {
  const { type, why } = (value ?? {}) as Partial<Record<string, unknown>>;
  return type === 'unavailable' && (why === 'offline' || why === 'updated');
}
