/** Edit the candidate: what it says, what the metrics say, and how they come to it. */
'use client';
import { useMemo } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { CandidateEditor } from './candidate-editor';
import { core, params, type Result } from './core';
import { FactList } from './fact-list';
import { LcsGrid } from './lcs-grid';
import { NgramView } from './ngram-view';
import { ScoreBars } from './score-bars';
import { strings } from './strings';

/** Starts with the sentence in the language of the page; a link or the lesson may say otherwise. */
export default function BleuRougeBreaker(props: LabProps) {
  const { locale, start: given } = props;
  const start = useMemo(() => ({ language: locale, ...given }), [locale, given]);
  return <LabFrame {...props} start={start} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  return (
    <>
      <Controls core={core} names={['language']} strings={t} values={values} set={set} />
      <CandidateEditor t={t} result={result} onEdit={(text) => set({ [result.language]: text })} />
      <FactList t={t} facts={result.facts} />
      <ScoreBars t={t} result={result} />
      <NgramView
        t={t}
        order={Number(values.order)}
        result={result}
        onOrder={(order) => set({ order: params.order.options[order - 1] ?? params.order.default })}
      />
      <Controls core={core} names={['tokenizer']} strings={t} values={values} set={set} />
      <p className="text-soft text-sm">{t.tokenizerNote(result)}</p>
      <LcsGrid t={t} result={result} />
    </>
  );
}
