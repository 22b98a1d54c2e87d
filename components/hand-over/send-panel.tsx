/** What goes along, and the three ways out. */
'use client';
import { type ReactNode, useId, useState } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import { type Choice, chooseRecords, countContents } from '@/lib/hand-over/contents';
import type { Locale } from '@/lib/i18n/locale';
import { SendFile } from './send-file';
import { SendQr } from './send-qr';
import { SendText } from './send-text';
import { strings } from './strings';
import { usePayload } from './use-payload';

export function SendPanel({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const name = useId();
  const records = useProgress((state) => state.records);
  const loaded = useProgress((state) => state.loaded);
  const [choice, setChoice] = useState<Choice>('all');
  const isEmpty = loaded && Object.values(countContents(records)).every((n) => n === 0);
  const payload = usePayload(records, choice, !loaded || isEmpty);
  if (isEmpty) return <p className="mt-3 text-soft">{t.empty}</p>;
  return (
    <>
      <fieldset className="mt-3">
        <legend className="text-sm font-medium">{t.what}</legend>
        {(['all', 'light'] as const).map((option) => (
          <label key={option} className="flex items-start gap-2 py-1">
            <input
              type="radio"
              name={name}
              className="mt-1 shrink-0"
              checked={choice === option}
              onChange={() => setChoice(option)}
            />
            <span>
              {t[option]}
              <span className="block text-sm text-faint tabular-nums">
                {loaded ? t.contents(countContents(chooseRecords(records, option))) : '…'}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <Way title={t.byQr}>{payload ? <SendQr key={payload.length} locale={locale} payload={payload} /> : t.making}</Way>
      <Way title={t.byText}>{payload ? <SendText locale={locale} payload={payload} /> : t.making}</Way>
      <Way title={t.byFile}>
        <SendFile locale={locale} choice={choice} />
      </Way>
    </>
  );
}

function Way({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-6 grid justify-items-start gap-2 text-sm text-soft">
      <h3 className="text-base font-medium text-ink">{title}</h3>
      {children}
    </section>
  );
}
