/** What the learner shows for a step: plain text, kept as it is typed. The first link in it can be opened. */
'use client';
import { progress } from '@/components/progress/progress-store';
import { useRecord } from '@/components/progress/use-progress';
import { useSavedText } from '@/components/progress/use-saved-text';
import type { Locale } from '@/lib/i18n/locale';
import { firstLink, longestEvidence, setEvidence } from '@/lib/milestone/steps';
import { strings } from './strings';

type Props = { readonly record: string; readonly step: string; readonly locale: Locale };

export function StepEvidence({ record, step, locale }: Props) {
  const t = strings[locale];
  const { text, type, isSaved } = useSavedText(useRecord('evidence', record) ?? '', (evidence) =>
    setEvidence(progress, record, evidence),
  );
  const link = firstLink(text);
  const hint = `evidence-hint-${record}`;
  return (
    <div className="mt-4">
      <p aria-hidden="true" className="text-sm font-semibold text-accent">
        {t.evidence}
      </p>
      <textarea
        className="field mt-1 w-full py-2 leading-relaxed"
        aria-label={t.evidenceOf(step)}
        aria-describedby={hint}
        rows={3}
        maxLength={longestEvidence}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
      <p className="text-sm text-faint">
        <span id={hint}>{t.evidenceHint(longestEvidence)}</span> <span role="status">{isSaved ? t.saved : ''}</span>{' '}
        {link && (
          <a href={link} target="_blank" rel="noreferrer noopener" className="underline underline-offset-4">
            {t.openLink}
          </a>
        )}
      </p>
    </div>
  );
}
