/**
 * Messages between a lab and the worker that does its long work. Cancelling is terminating: a worker holds nothing that
 * the page does not, so it stops at once wherever it is, and what it last reported stands.
 */
export type WorkRequest<G> =
  | { readonly type: 'start'; readonly values: Readonly<Record<string, unknown>>; readonly given: G }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** One step of the work, then pause. */
  | { readonly type: 'step' };

export type WorkReport<G> =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly given?: G }
  | { readonly type: 'done'; readonly given: G }
  | { readonly type: 'failed'; readonly message: string };
