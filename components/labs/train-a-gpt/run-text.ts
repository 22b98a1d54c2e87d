/** A finished run in words: what was set, what came out, where it failed most, and the link that does it again. */
import { formatFixed } from '@/lib/format-number';
import type { ParamValues } from '@/lib/labs/params';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import type { params, Result } from './core';
import type { TrainStrings } from './strings';

type Run = { readonly result: Result; readonly values: ParamValues<typeof params>; readonly url: string };

export function runText({ result: { training, loss, parameters }, values, url }: Run, t: TrainStrings): string {
  if (!training || loss === null) return url;
  const settings = [
    t.options?.size?.[values.size] ?? values.size,
    `${t.params.rate} ${values.rate}`,
    `${t.params.steps} ${values.steps}`,
    `${t.params.batch} ${values.batch}`,
    t.options?.schedule?.[values.schedule] ?? values.schedule,
    `${t.params.seed} ${values.seed}`,
  ];
  const train = training.curve.at(-1)?.loss;
  return [
    settings.join(' · '),
    t.runSize(parameters, training.tokens),
    t.runLosses({
      train: train === undefined ? '–' : formatFixed(train, 4),
      validation: formatFixed(loss, 4),
      trigram: formatFixed(BASELINE_LOSSES.trigram, 4),
    }),
    ...training.mistakes.map((mistake) => `${mistake.name}: ${t.mistakeAt(mistake)}`),
    url,
  ].join('\n');
}
