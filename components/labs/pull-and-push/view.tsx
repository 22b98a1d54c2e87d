/** The batch on its circle, one query's softmax row, and the loss over the steps of gradient descent. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { Playback } from '@/components/labs/frame/playback';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { LineChart } from '@/components/ui/plot/line-chart';
import { formatFixed } from '@/lib/format-number';
import { CirclePlane } from './circle-plane';
import { core, degrees, GOAL, MOST_PAIRS, type params, type Result, scramble } from './core';
import { STEPS } from './descent';
import { RowBars } from './row-bars';
import { strings } from './strings';

export default function PullAndPush(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} ownPlayback />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { queries, keys, count, loss, found, chance, even, history } = result;
  const pin = (pair: number) => set({ pin: pair + 1 });
  /** A point that is moved becomes part of a new start, where all the others stand now. */
  const move = (kind: 'query' | 'key', pair: number, angle: number) => {
    const offset = kind === 'query' ? 0 : MOST_PAIRS;
    const start = values.start.map((old, at) => {
      const now = at < MOST_PAIRS ? queries[at] : keys[at - MOST_PAIRS];
      if (at === offset + pair) return degrees(angle);
      return now === undefined ? old : degrees(now);
    });
    set({ start, step: 0, pin: pair + 1 });
  };
  const hits = found.filter(Boolean).length;
  const top = Math.max(1.2 * chance, ...history.slice(0, 2));
  return (
    <div className="@container grid gap-5">
      <div className="grid gap-x-8 gap-y-5 @2xl:grid-cols-2">
        <CirclePlane t={t} result={result} onPin={pin} onMove={move} />
        <RowBars t={t} result={result} onPin={pin} />
      </div>
      <Playback t={frameStrings[locale]} step={values.step} last={STEPS} onStep={(step) => set({ step })} />
      <Controls core={core} names={['temperature', 'pairs']} strings={t} values={values} set={set} />
      <p>
        <button
          type="button"
          className="lab-link text-sm"
          onClick={() => set({ start: scramble(values.start), step: 0 })}
        >
          {t.scramble}
        </button>
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-3 @xl:grid-cols-3">
        <Fact name={t.loss} value={formatFixed(loss, 3)} met={loss <= GOAL.loss}>
          {t.lossLimit}
        </Fact>
        <Fact name={t.foundName} value={t.foundValue(hits, count)} met={hits === count} />
        <Fact name={t.alignment} value={formatFixed(result.alignment, 3)}>
          {t.alignmentNote}
        </Fact>
      </dl>
      <LineChart
        title={t.curve}
        lines={[
          {
            id: 'loss',
            name: `${t.now} ${formatFixed(loss, 2)}`,
            tone: 'text-data-1',
            points: history.slice(0, values.step + 1).map((y, x) => ({ x, y })),
          },
        ]}
        levels={[
          { id: 'chance', name: t.chance(formatFixed(chance, 2)), y: chance },
          { id: 'even', name: t.even(formatFixed(even, 2)), y: even },
        ]}
        to={STEPS}
        range={[0, top]}
        unit={t.unit(STEPS)}
        empty={t.empty}
      />
    </div>
  );
}
