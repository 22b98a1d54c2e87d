/** Connects a lab to the page: its chunk is loaded here, and a goal that is met becomes a record of progress. */
'use client';
import { type ComponentType, lazy } from 'react';
import type { LabProps, LabText } from '@/components/labs/frame/lab-types';
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

/** Without a network the list of labs may be missing: the lesson then reads without its lab. */
const LabById = lazy<ComponentType<LabProps & { id: string }>>(() =>
  import('@/components/labs/lab-by-id').then(
    (file) => ({ default: file.LabById }),
    () => ({ default: () => null }),
  ),
);

export function LabHost({ id, lessonId, ...props }: Props) {
  const meet = useMeetGoal(id, lessonId);
  return <LabById id={id} {...props} onGoal={meet} />;
}
