/** The naive and the safe form side by side in float32, step by step, with what goes wrong said in words. */
'use client';
import { Slider } from '@/components/labs/frame/controls';
import { core, type Float, type Result } from './core';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  readonly values: { readonly offset: number };
  readonly result: Result;
  readonly set: (change: { readonly offset: number }) => void;
};

export function FloatPanel({ t, values, result, set }: Props) {
  const { naive, safe } = result;
  const cell = (value: Float | undefined, key: string) => (
    <td
      key={key}
      className={`py-1 pl-2 @xl:pl-3 text-right tabular-nums ${typeof value === 'string' ? 'bg-bad-wash font-semibold text-bad' : ''}`}
    >
      {value === undefined ? '' : t.float(value)}
    </td>
  );
  return (
    <section className="grid min-w-0 content-start gap-2">
      <p>
        <strong className="font-semibold">{t.overflow}</strong>
      </p>
      <p className="text-soft text-sm">{t.overflowNote}</p>
      <Slider
        label={t.params.offset}
        spec={core.params.offset}
        value={values.offset}
        onChange={(offset) => set({ offset })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrollable region */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t.overflow}>
        <table className="w-full border-collapse text-[0.8125rem] @xl:text-sm">
          <thead className="text-soft">
            <tr>
              <td rowSpan={2} />
              <th colSpan={2} className="pl-2 text-right font-normal leading-tight @xl:pl-3">
                {t.naive}
              </th>
              <th colSpan={2} className="pl-2 text-right font-normal leading-tight @xl:pl-3">
                {t.safe}
              </th>
            </tr>
            <tr className="border-line border-b font-mono">
              {['naive', 'safe'].flatMap((form) =>
                ['e^x', 'p'].map((head) => (
                  <th key={form + head} scope="col" className="pl-2 text-right font-normal @xl:pl-3">
                    {head}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {t.tokens.map((token, i) => (
              <tr key={token} className="border-line border-b">
                <th scope="row" className="max-w-24 truncate py-1 text-left font-normal">
                  {token}
                </th>
                {cell(naive.exponentials[i], 'naive-e')}
                {cell(naive.p[i], 'naive-p')}
                {cell(safe.exponentials[i], 'safe-e')}
                {cell(safe.p[i], 'safe-p')}
              </tr>
            ))}
            <tr>
              <th scope="row" className="py-1 text-left font-normal">
                {t.sum}
              </th>
              {cell(naive.sum, 'naive-sum')}
              <td />
              {cell(safe.sum, 'safe-sum')}
              <td />
            </tr>
          </tbody>
        </table>
      </section>
      <p className={`text-sm ${naive.verdict === 'fine' ? 'text-soft' : 'text-bad'}`}>{t.verdict(naive.verdict)}</p>
    </section>
  );
}
