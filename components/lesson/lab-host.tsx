/** Connects a lab to the page: its chunk is loaded here, and a goal that is met becomes a record of progress. */
'use client';
import type { LabText } from '@/components/labs/frame/lab-types';
import { labViews } from '@/components/labs/registry';
import type { Locale } from '@/lib/i18n/locale';
import { useMeetGoal } from './use-check-record';

type Props = {
  readonly id: string;
  readonly locale: Locale;
  readonly text: LabText;
  readonly start?: Readonly<Record<string, unknown>>;
  readonly standalone: boolean;
  readonly lessonId?: number;
};

export function LabHost({ id, lessonId, ...props }: Props) {
  const Lab = labViews[id];
  const meet = useMeetGoal(id, lessonId);
  if (!Lab) throw new Error(`The lab "${id}" is not in components/labs/registry.tsx`);
  return <Lab {...props} onGoal={meet} />;
}
