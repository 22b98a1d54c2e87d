/** The whole road as one line of stones in the hues of its stages, with the one percentage. */
'use client';
import { useMemo } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { ProgressStrip } from './progress-strip';
import { roadStrings } from './road-strings';
import { useStatuses, useTally } from './use-progress';

export type RoadStage = { readonly id: string; readonly ids: readonly number[] };

export function RoadProgress({ stages, locale }: { readonly stages: readonly RoadStage[]; readonly locale: Locale }) {
  const t = roadStrings[locale];
  const road = useMemo(() => stages.flatMap(({ ids }) => ids), [stages]);
  const { done, counted, skipped, percent } = useTally(road);
  return (
    <p className="grid gap-2" data-percent={percent}>
      <span className="flex gap-1.5">
        {stages.map((stage) => (
          <StageStones key={stage.id} stage={stage} />
        ))}
      </span>
      <span className="text-sm text-soft tabular-nums">
        <span className="font-semibold text-ink">{t.percent(percent)}</span> · {t.tally(done, counted)}
        {t.skipped(skipped)}
      </span>
    </p>
  );
}

function StageStones({ stage: { id, ids } }: { readonly stage: RoadStage }) {
  const statuses = useStatuses(ids);
  return (
    <span data-stage={id} className="block min-w-0" style={{ flex: `${ids.length} 1 0` }}>
      <ProgressStrip statuses={statuses} />
    </span>
  );
}
