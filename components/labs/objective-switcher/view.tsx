/** The objective, the sentence as a training example, who sees what, and the trade between the two objectives. */
'use client';
import { useMemo } from 'react';
import { Segments, Slider } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatPercent } from '@/lib/format-number';
import { core, params, type Result } from './core';
import { SightMap } from './sight-map';
import { strings } from './strings';
import { TokenStrip } from './token-strip';
import { TradePlot } from './trade-plot';

/** The sentence starts in the language of the page; a link or the lesson may say otherwise. */
export default function ObjectiveSwitcher(props: LabProps) {
  const { locale, start: given } = props;
  const start = useMemo(() => ({ sentence: locale, ...given }), [locale, given]);
  return <LabFrame {...props} start={start} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { objective, positions, scored, now, causal, example } = result;
  const segments = (name: 'objective' | 'sentence') =>
    params[name].options.map((id) => ({ id, text: t.options?.[name]?.[id] ?? id }));
  const pick = (wanted: string) => params.objective.options.find((id) => id === wanted) ?? params.objective.default;
  return (
    <div className="@container grid gap-6">
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Segments
          label={t.params.objective}
          options={segments('objective')}
          value={objective}
          onChange={(id) => set({ objective: pick(id) })}
        />
        <Segments
          label={t.params.sentence}
          options={segments('sentence')}
          value={values.sentence}
          onChange={(id) => set({ sentence: params.sentence.options.find((one) => one === id) ?? 'en' })}
        />
      </div>
      {values.sentence === 'own' && (
        <label className="lab-control">
          <span className="lab-control-label">{t.params.own}</span>
          <input
            type="text"
            className="field col-span-full w-full"
            maxLength={params.own.maxLength}
            value={values.own}
            onChange={(event) => set({ own: event.target.value })}
          />
          {result.tooShort && <span className="col-span-full text-sm text-warn">{t.tooShort}</span>}
        </label>
      )}
      <TokenStrip t={t} result={result} onPin={(pin) => set({ pin })} />
      {objective === 'masked' && (
        <Slider
          label={t.params.rate}
          spec={params.rate}
          value={values.rate}
          format={t.rate}
          onChange={(rate) => set({ rate })}
        />
      )}
      <dl className="grid grid-cols-2 gap-x-6 border-line border-y py-3">
        <Fact name={t.scoredFact} value={`${scored} / ${positions.length}`}>
          {formatPercent(now.scored)}
        </Fact>
        <Fact name={t.seenFact} value={formatPercent(now.sight)}>
          {t.causalHas(formatPercent(causal.sight))}
        </Fact>
      </dl>
      <div className="grid gap-6 @2xl:grid-cols-2">
        <SightMap t={t} result={result} />
        <TradePlot t={t} result={result} />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrollable region
        tabIndex={0}
        aria-label={t.tensors}
        className="overflow-x-auto bg-sunken px-3 py-2 font-mono text-xs leading-6 whitespace-nowrap"
      >
        input_ids = [{example.inputs.join(', ')}]<br />
        labels&nbsp;&nbsp;&nbsp; = [{example.labels.join(', ')}]
      </section>
      <p className="-mt-4 text-soft text-xs">{t.tensorsNote(objective)}</p>
    </div>
  );
}
