/**
 * Changes a lesson's state from a list. It is the platform's own menu laid invisibly over the mark: keyboard, screen
 * reader and the phone's picker come with it.
 */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { setStatus } from '@/lib/progress/actions';
import { type LessonValue, type Status, skipReasons } from '@/lib/progress/records';
import { progress } from './progress-store';
import { StatusIcon } from './status-icon';
import { reasonText, strings } from './strings';
import { useRecord } from './use-progress';

type Props = { readonly id: number; readonly title: string; readonly locale: Locale };

export function StatusMenu({ id, title, locale }: Props) {
  const t = strings[locale];
  const state: LessonValue = useRecord('lessons', id) ?? { status: 'todo' };
  const options: LessonValue[] = [
    { status: 'todo' },
    { status: 'doing' },
    { status: 'done' },
    ...skipReasons.map((reason) => ({ status: 'skipped' as const, reason })),
  ];
  if (!options.some((option) => encode(option) === encode(state))) options.push(state);
  return (
    <span
      data-status={state.status}
      className="relative inline-flex size-9 shrink-0 items-center justify-center rounded-sm hover:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
    >
      <StatusIcon status={state.status} />
      <select
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
        aria-label={t.withReason(title, t.status[state.status])}
        value={encode(state)}
        onChange={(event) => {
          const [status, reason] = decode(event.target.value);
          setStatus(progress, id, status, reason);
        }}
      >
        {options.map((option) => (
          <option key={encode(option)} value={encode(option)} className="bg-raised text-ink">
            {option.reason
              ? t.withReason(t.status[option.status], reasonText(t, option.reason))
              : t.status[option.status]}
          </option>
        ))}
      </select>
    </span>
  );
}

const encode = ({ status, reason = '' }: LessonValue) => `${status}:${reason}`;

function decode(value: string): [Status, string] {
  const colon = value.indexOf(':');
  return [value.slice(0, colon) as Status, value.slice(colon + 1)];
}
