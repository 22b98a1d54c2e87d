/** The next lesson of the learner's path, beside the road's. A lesson page pays for asking whether there is one; the rest is loaded. */
'use client';
import { useLazy } from '@/components/progress/use-lazy';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { activePathId } from '@/lib/paths/active-preference';
import type { ProgressState } from '@/lib/progress/store';

type Props = { readonly lesson: number; readonly locale: Locale };

export function NextInPath(props: Props) {
  const Link = useLazy(useProgress(isOnPath), loadLink);
  return Link && <Link {...props} />;
}

const isOnPath = ({ records }: ProgressState) => activePathId(records) !== undefined;

const loadLink = () => import('./next-link').then((module) => module.NextLink);
