/** The stored paths, which one is active and which one the address asks for. */
'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import { lensOf, wholeRoad } from '@/lib/paths/lens';
import { activePath, listPaths, type OwnedPath } from '@/lib/paths/owned-paths';
import type { PathRoad } from '@/lib/paths/road';
import type { Followed } from './use-situation';

export type Paths = {
  readonly paths: readonly OwnedPath[];
  /** Empty for the whole road. */
  readonly activeId: string;
  readonly shown: Followed;
};

/** The address of a path on this page; of the whole road, for an empty id. */
export const pathHash = (id: string) => `#path=${id}`;

export function usePaths({ lessons, aliases }: PathRoad): Paths {
  const records = useProgress((state) => state.records);
  const hash = useSyncExternalStore(
    watchHash,
    () => location.hash,
    () => '',
  );
  return useMemo(() => {
    const paths = listPaths(records);
    const active = activePath(records);
    const asked = /^#path=([\w-]*)$/.exec(hash)?.[1];
    const owned =
      asked === undefined ? active : asked === '' ? undefined : (paths.find(({ path }) => path.id === asked) ?? active);
    const road = lessons.map(({ id }) => id);
    const lens = owned ? lensOf(owned.path, owned.adopted, road, aliases) : wholeRoad(road);
    return { paths, activeId: active?.path.id ?? '', shown: { owned, lens } };
  }, [records, hash, lessons, aliases]);
}

function watchHash(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    removeEventListener('hashchange', onChange);
    removeEventListener('popstate', onChange);
  };
}
