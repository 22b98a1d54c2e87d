/**
 * The one store of this page, over localStorage. Nothing is read until the first component subscribes, so importing it on
 * the server is harmless.
 */
import { browserBackend } from '@/lib/progress/storage';
import { createProgress } from '@/lib/progress/store';

let asked = false;

export const progress = createProgress({
  backend: browserBackend,
  now: Date.now,
  askToKeep: () => {
    if (asked) return;
    asked = true;
    navigator.storage?.persist?.().catch(() => {});
  },
});
