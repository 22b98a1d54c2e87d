'use client';
import { useMemo } from 'react';
import { Segments } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { CandidateList } from './candidate-list';
import { core, type Result } from './core';
import { SentenceRace } from './sentence-race';
import { SentenceStrip } from './sentence-strip';
import { strings } from './strings';

type ViewProps = LabViewProps<typeof core.params, Result>;

/** The corpus starts in the language of the page; a link or the lesson may say otherwise. */
export default function NextTokenExplorer(props: LabProps) {
  const { locale, start: given } = props;
  const start = useMemo(() => ({ corpus: locale, ...given }), [locale, given]);
  return (
    <LabFrame
      {...props}
      start={start}
      core={core}
      strings={strings}
      view={View}
      controls={['order', 'smoothing', 'reveal']}
    />
  );
}

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const { corpus } = result;
  const write = (text: string) => set({ [corpus]: text });
  const append = (token: string) => write([...result.written.tokens, token].join(' '));
  return (
    <div className="@container grid gap-7">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
        <Segments
          label={t.params.corpus}
          options={(['zh', 'en'] as const).map((id) => ({ id, text: t.options?.corpus?.[id] ?? id }))}
          value={corpus}
          onChange={(id) => set({ corpus: id === 'zh' ? 'zh' : 'en' })}
        />
        <p className="min-h-9 content-center text-soft text-sm">{t.corpusNote(result)}</p>
      </div>
      <SentenceStrip t={t} text={values[corpus]} result={result} onWrite={write} />
      <div className="grid gap-7 @3xl:grid-cols-2">
        <CandidateList
          t={t}
          order={Number(values.order)}
          smoothing={values.smoothing}
          result={result}
          onAppend={append}
        />
        <SentenceRace t={t} reveal={values.reveal} result={result} />
      </div>
    </div>
  );
}
