/** Choose a training text, merge pair by pair, and watch what it does to text the tokenizer has not seen. */
'use client';
import { Segments } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { Playback } from '@/components/labs/frame/playback';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { core, params, type Result } from './core';
import { CoursePlot } from './course-plot';
import { InRealLife } from './in-real-life';
import { MergeList } from './merge-list';
import { strings } from './strings';
import { TokenText } from './token-text';
import { Unseen } from './unseen';

export default function BpeStepper(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} ownPlayback />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { text, ids, merges, step, next, characters, bytes, leaked } = result;
  return (
    <>
      <Segments
        label={t.params.corpus}
        options={params.corpus.options.map((id) => ({ id, text: t.options?.corpus?.[id] ?? id }))}
        value={values.corpus}
        onChange={(id) => set({ corpus: params.corpus.options.find((one) => one === id) ?? params.corpus.default })}
      />
      <label className="lab-control mt-3">
        <span className="lab-control-label flex justify-between gap-3">
          {t.params.text}
          <span className="tabular-nums">
            {text.length} / {params.text.maxLength}
          </span>
        </span>
        <textarea
          className="field w-full font-mono text-sm"
          rows={4}
          spellCheck={false}
          maxLength={params.text.maxLength}
          value={text}
          onChange={(event) => set({ corpus: 'own', text: event.target.value })}
        />
      </label>
      {leaked && <p className="mt-2 border-l-3 border-warn bg-warn-wash px-3 py-2 text-sm">{t.leaked}</p>}
      <Playback t={frameStrings[locale]} step={step} last={merges.length} onStep={(wanted) => set({ step: wanted })} />
      <MergeList
        merges={merges}
        step={step}
        next={next}
        marked={values.marked}
        t={t}
        onMark={(marked) => set({ marked })}
      />
      <figure className="mt-4">
        <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm">
          <span className="font-semibold">{t.training}</span>
          <span className="text-soft tabular-nums">{t.counts({ characters, bytes, tokens: ids.length })}</span>
        </figcaption>
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrollable region
          tabIndex={0}
          aria-label={t.training}
          className="mt-1 max-h-64 overflow-y-auto border-y border-line py-2"
        >
          <TokenText ids={ids} merges={merges} marked={values.marked} next={next} label={t.training} />
        </section>
        <p className="mt-1 text-xs text-soft">{t.legend}</p>
      </figure>
      <Unseen result={result} marked={values.marked} t={t} />
      <CoursePlot result={result} t={t} />
      <InRealLife t={t} />
    </>
  );
}
