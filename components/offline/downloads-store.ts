/** The downloads of this tab. They go on while the learner moves about the site. */

import { createDownloads } from '@/lib/offline/downloads';
import { pythonGroup } from '@/lib/offline/wanted';
import { rememberPython } from '@/lib/python/downloaded';

export const downloads = createDownloads({
  fetch: (input, init) => fetch(input, init),
  room: async () => {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    return quota === undefined || usage === undefined ? null : quota - usage;
  },
  onComplete: (group) => {
    if (group === pythonGroup) rememberPython();
  },
  onOutdated: () => {
    navigator.serviceWorker
      .getRegistration()
      .then((registration) => registration?.update())
      .catch(() => {});
  },
});

/** Whoever downloads wants to find it again: the browser is asked not to delete it. It may ask the learner in turn. */
export function startDownload(groups: readonly string[]): Promise<void> {
  navigator.storage?.persist?.().catch(() => {});
  return downloads.start(groups);
}
