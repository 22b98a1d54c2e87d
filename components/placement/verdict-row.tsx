/** One lesson of the proposal: a box where it can be skipped, why, and the way into the lesson. */
'use client';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import type { TestLesson } from '@/lib/placement/stage-test';
import type { Status } from '@/lib/progress/records';
import { strings } from './strings';

type Props = {
  readonly lesson: TestLesson | undefined;
  readonly status: Status;
  readonly isTicked: boolean;
  readonly reason: string;
  readonly locale: Locale;
  readonly onTick: (isTicked: boolean) => void;
};

export function VerdictRow({ lesson, status, isTicked, reason, locale, onTick }: Props) {
  const t = strings[locale];
  if (!lesson) return null;
  const { id, title, href } = lesson;
  const isSettled = status === 'done' || status === 'skipped';
  return (
    <li className="flex items-start gap-3 border-b border-line py-2" data-lesson={id} data-status={status}>
      <div className="min-w-0 flex-1">
        {isSettled ? (
          <p className="py-1 ps-8 font-medium">{title}</p>
        ) : (
          <label className="flex min-h-9 cursor-pointer items-start gap-3.5 py-1 font-medium">
            <input
              type="checkbox"
              className="mt-1 flex-none"
              aria-describedby={`reason-${id}`}
              checked={isTicked}
              onChange={({ target }) => onTick(target.checked)}
            />
            <span className="min-w-0">{title}</span>
          </label>
        )}
        <p id={`reason-${id}`} className="ps-8 text-sm text-soft">
          {status === 'done' ? t.done : status === 'skipped' ? t.skipped : reason}
        </p>
      </div>
      <SiteLink
        href={href}
        aria-label={t.openOf(title)}
        className="quiet-link inline-flex min-h-9 shrink-0 items-center text-sm"
      >
        {t.open}
      </SiteLink>
    </li>
  );
}
