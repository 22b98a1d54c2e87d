/** The bits of one format as switches: sign, exponent, fraction, and the sum they stand for. */
'use client';
import type { KeyboardEvent } from 'react';
import { type FloatFormat, floatFormats } from '@/lib/ml/quant/float-format';
import { writePlain } from './number-text';
import type { Reading } from './reading';
import type { InspectorStrings } from './strings';

type Props = {
  readonly reading: Reading;
  readonly name: string;
  readonly t: InspectorStrings;
  /** Gives the code with one bit flipped. */
  readonly onFlip: (code: number) => void;
};

const tones = {
  sign: { on: 'border-data-4 bg-data-4 text-on-accent', off: 'border-data-4 text-ink', text: 'text-data-4' },
  exponent: { on: 'border-data-2 bg-data-2 text-on-accent', off: 'border-data-2 text-ink', text: 'text-data-2' },
  fraction: { on: 'border-data-1 bg-data-1 text-on-accent', off: 'border-data-1 text-ink', text: 'text-data-1' },
} as const;

export function BitRow({ reading, name, t, onFlip }: Props) {
  const format = floatFormats[reading.id];
  const { exponentBits, fractionBits, bits } = format;
  const fields = [
    { key: 'sign', label: t.sign, from: bits - 1, count: 1 },
    { key: 'exponent', label: t.exponent(exponentBits), from: bits - 2, count: exponentBits },
    { key: 'fraction', label: t.fraction(fractionBits), from: fractionBits - 1, count: fractionBits },
  ] as const;
  return (
    <section className="mt-4" aria-label={t.bits(name)}>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-semibold">{t.bits(name)}</span>
        <span className="text-soft">{t.bitsHint}</span>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only move between the buttons inside */}
      <div className="mt-2 flex flex-wrap gap-x-3 gap-y-2" onKeyDown={moveFocus}>
        {fields.map(({ key, label, from, count }) => (
          <div key={key}>
            <p className={`text-xs ${tones[key].text}`}>{label}</p>
            <div className="mt-0.5 flex flex-wrap gap-0.5">
              {Array.from({ length: count }, (_, i) => {
                const place = from - i;
                const on = bitOf(reading.code, place);
                return (
                  <button
                    key={place}
                    type="button"
                    aria-pressed={on}
                    aria-label={t.bit(label, place, on)}
                    tabIndex={place === bits - 1 ? 0 : -1}
                    className={`h-8 w-6.5 cursor-pointer rounded-sm border font-mono text-sm tabular-nums focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-ink ${on ? tones[key].on : tones[key].off}`}
                    onClick={() => onFlip(reading.code + (on ? -1 : 1) * 2 ** place)}
                  >
                    {on ? 1 : 0}
                  </button>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <p className="mt-2 font-mono text-sm tabular-nums [overflow-wrap:anywhere]">
        <Formula reading={reading} format={format} />
        <strong>{writePlain(reading.stored)}</strong>
        {reading.exponent === 0 && reading.fraction > 0 && <span className="text-soft"> ({t.subnormalNote})</span>}
      </p>
    </section>
  );
}

/** ± 2^(E − bias) × (1 + f / 2^n), as the fields have it; nothing for ∞ and NaN, which are codes of their own. */
function Formula({ reading, format }: { readonly reading: Reading; readonly format: FloatFormat }) {
  const { sign, exponent, fraction, stored } = reading;
  if (typeof stored === 'string') return null;
  const hidden = exponent === 0 ? 0 : 1;
  return (
    <>
      {sign === 1 ? '−' : '+'}2
      <sup>
        <span className={tones.exponent.text}>{exponent === 0 ? 1 : exponent}</span>−{format.bias}
      </sup>
      {' × ('}
      {hidden} + <span className={tones.fraction.text}>{fraction}</span>/{2 ** format.fractionBits}
      {') = '}
    </>
  );
}

function bitOf(code: number, place: number): boolean {
  return Math.floor(code / 2 ** place) % 2 === 1;
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  buttons[Math.min(buttons.length - 1, Math.max(0, to))]?.focus();
}
