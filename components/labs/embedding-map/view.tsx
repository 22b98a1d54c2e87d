/** A map of words learned from a page of text, and the text itself to change. */
'use client';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { TextControls } from './controls';
import { core, type params, type Result } from './core';
import { Neighbours } from './neighbours';
import { strings } from './strings';
import { WordMap } from './word-map';

export default function EmbeddingMap(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  return (
    <div className="@container">
      <div className="grid gap-x-8 gap-y-4 @2xl:grid-cols-[3fr_2fr]">
        <WordMap result={result} picked={values.picked} t={t} onPick={(picked) => set({ picked })} />
        <Neighbours result={result} picked={values.picked} t={t} />
      </div>
      <TextControls values={values} result={result} t={t} set={set} />
    </div>
  );
}
