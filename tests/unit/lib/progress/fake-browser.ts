/**
 * Tabs over one storage. As in a browser with a process per tab, a tab sees its own writes at once and another tab's
 * only when the event is delivered, so two tabs can write in the same instant without knowing of each other.
 */

import type { Aliases, StepAliases } from '@/lib/progress/aliases';
import { type Backend, storageKey } from '@/lib/progress/storage';
import { createProgress, type Progress } from '@/lib/progress/store';

type TabOptions = { now?: () => number; aliases?: Aliases; steps?: StepAliases };

export type FakeBrowser = {
  readonly disk: Map<string, string>;
  readonly openTab: (options?: TabOptions) => Progress;
  /** Delivers one pending event; false when there was none. */
  readonly deliverOne: () => boolean;
  /** Delivers until all is quiet, and says how many events that took. Throws when it never ends. */
  readonly settle: () => number;
};

export function fakeBrowser({ instant = true }: { instant?: boolean } = {}): FakeBrowser {
  const disk = new Map<string, string>();
  const views: { cache: Map<string, string>; notify: () => void }[] = [];
  const pending: (() => void)[] = [];
  let clock = 1_000;

  function openTab({ now = () => ++clock, aliases, steps }: TabOptions = {}): Progress {
    const view = { cache: new Map(disk), notify: () => {} };
    views.push(view);
    const change = (key: string, text: string | undefined) => {
      const put = (map: Map<string, string>) => (text === undefined ? map.delete(key) : map.set(key, text));
      put(view.cache);
      put(disk);
      for (const other of views) {
        if (other === view) continue;
        if (instant) put(other.cache);
        pending.push(() => {
          // What the other tab sees is what the disk holds by now.
          const current = disk.get(key);
          if (current === undefined) other.cache.delete(key);
          else other.cache.set(key, current);
          other.notify();
        });
      }
    };
    const backend: Backend = {
      get: (key) => view.cache.get(key) ?? null,
      set: (key, text) => change(key, text),
      remove: (key) => change(key, undefined),
      keys: () => [...view.cache.keys()],
      listen: (onChange) => {
        view.notify = onChange;
      },
    };
    const progress = createProgress({ backend, now, ...(aliases ? { aliases } : {}), ...(steps ? { steps } : {}) });
    progress.subscribe(() => {});
    return progress;
  }

  function deliverOne(): boolean {
    const event = pending.shift();
    event?.();
    return event !== undefined;
  }

  function settle(): number {
    let delivered = 0;
    while (deliverOne()) if (++delivered > 10_000) throw new Error('tabs keep answering each other');
    return delivered;
  }

  return { disk, openTab, deliverOne, settle };
}

export type Failing = 'nothing' | 'read' | 'write-quota' | 'write-denied';

/** One tab whose storage can be made to fail. */
export function fakeBackend(initial: Readonly<Record<string, string>> = {}) {
  const disk = new Map(Object.entries(initial));
  const control = { failing: 'nothing' as Failing, writes: 0, notify: () => {} };
  const backend: Backend = {
    get: (key) => {
      if (control.failing === 'read') throw new DOMException('denied', 'SecurityError');
      return disk.get(key) ?? null;
    },
    set: (key, text) => {
      if (control.failing === 'write-quota') throw new DOMException('exceeded', 'QuotaExceededError');
      if (control.failing !== 'nothing') throw new DOMException('denied', 'SecurityError');
      control.writes++;
      disk.set(key, text);
    },
    remove: (key) => {
      disk.delete(key);
    },
    keys: () => {
      if (control.failing === 'read') throw new DOMException('denied', 'SecurityError');
      return [...disk.keys()];
    },
    listen: (onChange) => {
      control.notify = onChange;
    },
  };
  return { backend, disk, control, stored: () => disk.get(storageKey) };
}

/** A loaded store on a fake backend, with a clock the test moves. */
export function openFake(initial: Readonly<Record<string, string>> = {}, failing: Failing = 'nothing') {
  const fake = fakeBackend(initial);
  fake.control.failing = failing;
  const clock = { now: 1_000 };
  const asked = { times: 0 };
  const progress = createProgress({
    backend: fake.backend,
    now: () => clock.now,
    askToKeep: () => {
      asked.times++;
    },
  });
  progress.subscribe(() => {});
  return { ...fake, progress, clock, asked };
}
