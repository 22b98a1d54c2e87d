/**
 * What the learner wrote for steps that the milestone no longer has. A step that took the place of two holds the later text;
 * the other, and what has no successor, is shown here, so that nothing written is lost from sight.
 */
'use client';
import { useRecord } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';

type Retired = readonly (readonly [key: string, successor: string | null])[];

export function KeptEvidence({ retired, locale }: { readonly retired: Retired; readonly locale: Locale }) {
  return retired.map(([key, successor]) => (
    <Kept key={key} record={key} successor={successor ?? ''} title={strings[locale].kept} />
  ));
}

type Props = { readonly record: string; readonly successor: string; readonly title: string };

function Kept({ record, successor, title }: Props) {
  const text = useRecord('evidence', record);
  const current = useRecord('evidence', successor);
  if (text === undefined || text === current) return null;
  return (
    <details className="border-t border-line py-5" data-kept={record}>
      <summary className="w-fit cursor-pointer text-sm text-soft">{title}</summary>
      <p className="mt-3 max-w-(--measure) whitespace-pre-wrap break-words">{text}</p>
    </details>
  );
}
