/**
 * Where the roadmap says what today asks, once there is something to say. A first visitor keeps what stands there in the static
 * page and loads nothing; nobody's first screen waits for it.
 */
'use client';
import type { ReactNode } from 'react';
import { useLazy } from '@/components/progress/use-lazy';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { activePathId } from '@/lib/paths/active-preference';
import type { PathRoad } from '@/lib/paths/road';
import type { ProgressState } from '@/lib/progress/store';

type Props = { readonly road: PathRoad; readonly locale: Locale; readonly children: ReactNode };

export function TodaySlot({ road, locale, children }: Props) {
  const TodayLine = useLazy(useProgress(hasBegun), loadLine);
  return TodayLine ? <TodayLine road={road} locale={locale} /> : children;
}

const hasBegun = ({ records }: ProgressState) =>
  (records.lessons ?? records.days) !== undefined || activePathId(records) !== undefined;

const loadLine = () => import('./today-line').then((module) => module.TodayLine);
