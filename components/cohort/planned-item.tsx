/** One snapshot of a paste: whose it is, how far they are, what adding it would do. A name that is in doubt can be corrected. */
'use client';
import { useId, useState } from 'react';
import type { Planned } from '@/lib/cohort/plan-additions';
import type { Locale } from '@/lib/i18n/locale';
import { joinSentences } from '@/lib/i18n/sentences';
import { tally } from '@/lib/progress/selectors';
import { shareLimits } from '@/lib/share/limits';
import { dayWords } from './day-words';
import { pasteStrings } from './paste-strings';

type Props = {
  readonly locale: Locale;
  readonly planned: Planned;
  /** Something about it is in doubt: show the field. */
  readonly isAsked: boolean;
  readonly onName: (name: string) => void;
};

export function PlannedItem({ locale, planned, isAsked, onName }: Props) {
  const t = pasteStrings[locale];
  const id = useId();
  // What is being typed is not cleaned under the fingers.
  const [typed, setTyped] = useState(planned.name);
  const { found, name, rowName, verdict, lost, isAmbiguous, isFuture } = planned;
  const day = dayWords(found.snapshot.taken, locale);
  const { percent } = tally(found.snapshot.lessons.map(({ state }) => state));
  const doubts = [
    found.name === '' && (name === '' ? t.noName : typed === found.guess && t.guessed),
    lost > 0 && t.lost(lost),
    isAmbiguous && t.ambiguous,
    isFuture && t.future,
  ].filter((doubt) => typeof doubt === 'string');
  return (
    <li className="border-line border-b py-1.5 text-sm" data-verdict={verdict}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {isAsked ? (
          <input
            className="field min-w-0 flex-1 basis-full sm:basis-40"
            aria-label={t.whose(day)}
            aria-describedby={doubts.length > 0 ? id : undefined}
            placeholder={t.namePlaceholder}
            maxLength={shareLimits.name}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              onName(event.target.value);
            }}
          />
        ) : (
          <span className="min-w-0 flex-1 basis-full font-medium wrap-anywhere sm:basis-40">
            <bdi>{name}</bdi>
          </span>
        )}
        <span className="flex gap-3 text-soft tabular-nums">
          <span className="min-w-10 text-end">{percent}%</span>
          <time className="min-w-16 text-end" dateTime={found.snapshot.taken}>
            {day}
          </time>
        </span>
        <span className={`sm:min-w-36 sm:text-right ${verdict === 'unnamed' ? 'text-warn' : 'text-soft'}`}>
          {t.verdict[verdict]}
        </span>
      </div>
      {rowName !== '' && <bdi className="block text-soft">{t.goesTo(rowName)}</bdi>}
      {doubts.length > 0 && (
        <p id={id} className={verdict === 'unnamed' || lost > 0 || isFuture ? 'text-warn' : 'text-soft'}>
          {joinSentences(locale, doubts)}
        </p>
      )}
    </li>
  );
}
