/** A number bit by bit in one format and at a glance in all of them; then a batch of gradients under a loss scale. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatInteger } from '@/lib/format-number';
import { decodeFloat, floatFormats } from '@/lib/ml/quant/float-format';
import { BitRow } from './bit-row';
import { core, params, type Result } from './core';
import { EntryField } from './entry-field';
import { FormatTable } from './format-table';
import { GradientPlot } from './gradient-plot';
import { NeighbourLine } from './neighbour-line';
import { recorded } from './recorded-gradients';
import { strings } from './strings';

export default function FloatInspector(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

/** Text that reads back as the number of a code; a NaN only as its bits. */
function textOfCode(code: number, id: keyof typeof floatFormats): string {
  const value = decodeFloat(code, floatFormats[id]);
  if (Number.isNaN(value)) return `0x${code.toString(16)}`;
  return Object.is(value, -0) ? '-0' : String(value).replace('Infinity', 'inf').replace('e+', 'e');
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { format } = values;
  const name = t.options?.format?.[format] ?? format;
  const reading = result.readings.find(({ id }) => id === format);
  return (
    <>
      <EntryField
        value={values.value}
        readable={result.entry !== 'unreadable'}
        maxLength={params.value.maxLength}
        t={t}
        onChange={(value) => set({ value })}
      />
      <Controls core={core} names={['format']} strings={t} values={values} set={set} />
      {reading && (
        <>
          <BitRow reading={reading} name={name} t={t} onFlip={(code) => set({ value: textOfCode(code, format) })} />
          <NeighbourLine reading={reading} typed={result.typed} name={name} t={t} />
        </>
      )}
      <FormatTable readings={result.readings} chosen={format} t={t} />
      <h4 className="mt-6 border-t border-line pt-4 font-semibold">{t.gradientsTitle}</h4>
      <p className="text-sm text-soft">
        {t.gradientsNote(formatInteger(recorded.names), formatInteger(recorded.tokens))}
      </p>
      <Controls core={core} names={['scale']} strings={t} values={values} set={set} />
      <GradientPlot logScale={values.scale} chosen={format} fates={result.fates} t={t} />
    </>
  );
}
