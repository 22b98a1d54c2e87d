/** A lesson's state as a small mark, for lists and stones. Its words are there for who does not see it. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { StatusIcon } from './status-icon';
import { strings } from './strings';
import { useLessonStatus } from './use-progress';

export function StatusMark({ id, locale }: { readonly id: number; readonly locale: Locale }) {
  const status = useLessonStatus(id);
  return (
    <span data-status={status} className="inline-flex align-[-0.2em]">
      <StatusIcon status={status} />
      <span className="sr-only">{strings[locale].status[status]}</span>
    </span>
  );
}
