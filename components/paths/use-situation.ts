/** Where the learner stands: recomputed when something is learnt, chosen, or the day turns. */
'use client';
import { useMemo } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import { type Lens, lensOf, wholeRoad } from '@/lib/paths/lens';
import { activePath, type OwnedPath } from '@/lib/paths/owned-paths';
import type { PathRoad } from '@/lib/paths/road';
import { type Situation, situationOf } from '@/lib/paths/situation';
import { useToday } from './use-today';

/** Null until the day is known, which is after the page has come alive. */
export function useSituation({ lessons }: Pick<PathRoad, 'lessons'>): Situation | null {
  const records = useProgress((state) => state.records);
  const today = useToday();
  return useMemo(() => (today === null ? null : situationOf(records, lessons, today)), [records, lessons, today]);
}

export type Followed = { readonly owned: OwnedPath | undefined; readonly lens: Lens };

/** The active path; without one the whole road. */
export function useFollowed({ lessons, aliases }: Pick<PathRoad, 'lessons' | 'aliases'>): Followed {
  const records = useProgress((state) => state.records);
  return useMemo(() => {
    const owned = activePath(records);
    const road = lessons.map(({ id }) => id);
    return { owned, lens: owned ? lensOf(owned.path, owned.adopted, road, aliases) : wholeRoad(road) };
  }, [records, lessons, aliases]);
}
