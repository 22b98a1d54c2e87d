/** The picture, its rebuilding from k terms, the same budget spent on big pixels, and the singular values behind it. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatInteger, formatPercent } from '@/lib/format-number';
import { core, GOAL, type params, type Result } from './core';
import { SIDE } from './pictures';
import { Pixels } from './pixels';
import { Spectrum } from './spectrum';
import { percent, strings } from './strings';

export default function LowRankImage(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { k } = values;
  const { image, rebuilt, coarse, blocks, numbers, error, coarseError } = result;
  const overshot = rebuilt.some((value) => value < -0.02);
  const shown = [
    { name: t.original, picture: image, notes: [t.numbers(SIDE * SIDE)] },
    { name: t.rebuilt(k), picture: rebuilt, notes: [t.numbers(numbers), t.off(error)] },
    { name: t.coarse(blocks), picture: coarse, notes: [t.numbers(blocks * blocks), t.off(coarseError)] },
  ];
  return (
    <div className="@container grid gap-4">
      <Controls core={core} names={['picture']} strings={t} values={values} set={set} />
      <div className="grid grid-cols-2 gap-4 @md:grid-cols-3">
        {shown.map(({ name, picture, notes }) => (
          <figure key={name}>
            <figcaption className="mb-1 text-sm font-semibold">{name}</figcaption>
            <Pixels values={picture} label={`${name}: ${notes.join(', ')}`} />
            <p className="mt-1 text-xs text-soft tabular-nums">
              {notes.map((note) => (
                <span key={note} className="block">
                  {note}
                </span>
              ))}
            </p>
          </figure>
        ))}
      </div>
      {(k === 0 || overshot) && <p className="text-xs text-soft">{k === 0 ? t.nothing : t.negative}</p>}
      <Controls core={core} names={['k']} strings={t} values={values} set={set} />
      <Spectrum t={t} result={result} k={k} onCut={(cut) => set({ k: cut })} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-3 @xl:grid-cols-4">
        <Fact name={t.error} value={formatPercent(error)} met={error <= GOAL.error}>
          {t.limit}
        </Fact>
        <Fact name={t.stored} value={formatInteger(numbers)}>
          {t.ofAll(numbers)}
        </Fact>
        <Fact name={t.energy} value={percent(result.captured)} />
        <Fact name={t.rank} value={String(result.rank)} />
      </dl>
    </div>
  );
}
