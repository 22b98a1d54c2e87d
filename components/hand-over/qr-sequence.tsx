/**
 * QR codes one after another, without an end: the parts first, then sums of them for whoever missed some. Black on white in either
 * theme. Can be paused and stepped by hand; where the system asks for less motion it starts paused.
 */
'use client';
import { useEffect, useState } from 'react';
import { lastNumber, type Sequence } from '@/lib/hand-over/frames';
import type { Locale } from '@/lib/i18n/locale';
import { drawQr, type QrDrawing } from '@/lib/qr/draw-qr';
import { rates } from './sequence-speed';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly sequence: Sequence;
  readonly rate: number;
  readonly onRate: (rate: number) => void;
};

export function QrSequence({ locale, sequence, rate, onRate }: Props) {
  const t = strings[locale];
  const { parts } = sequence;
  const isOne = parts === 1;
  const [isStill] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const [isPlaying, setIsPlaying] = useState(!isStill && !isOne);
  const [number, setNumber] = useState(0);
  const [drawn, setDrawn] = useState<QrDrawing | 'failed' | null>(null);
  const step = (by: number) => setNumber((n) => (n + by + lastNumber + 1) % (lastNumber + 1));

  useEffect(() => {
    let isCurrent = true;
    drawQr(sequence.frame(number), 'low').then(
      (drawing) => isCurrent && setDrawn(drawing),
      () => isCurrent && setDrawn('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [sequence, number]);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setNumber((n) => (n + 1) % (lastNumber + 1)), 1000 / rate);
    return () => clearInterval(timer);
  }, [isPlaying, rate]);

  if (drawn === 'failed') return <p role="status">{t.qrFailed}</p>;
  return (
    <div className="grid w-full max-w-md grid-cols-1 gap-2" data-frame={number} data-parts={parts}>
      {drawn ? (
        <svg
          role="img"
          aria-label={t.qrLabel}
          viewBox={`0 0 ${drawn.size} ${drawn.size}`}
          shapeRendering="crispEdges"
          className="aspect-square w-full rounded-sm border border-line"
        >
          <rect width={drawn.size} height={drawn.size} fill="white" />
          <path d={drawn.path} fill="black" />
        </svg>
      ) : (
        <div className="aspect-square w-full rounded-sm border border-line" />
      )}
      {!isOne && (
        <>
          <p className="text-ink tabular-nums">{number < parts ? t.frame(number + 1, parts) : t.extra}</p>
          {isStill && <p>{t.byHand}</p>}
          <div className="flex flex-wrap items-center gap-2">
            <button type="button" className="button" onClick={() => setIsPlaying(!isPlaying)}>
              {isPlaying ? t.pause : t.play}
            </button>
            <button type="button" className="button" disabled={isPlaying} onClick={() => step(-1)}>
              {t.previous}
            </button>
            <button type="button" className="button" disabled={isPlaying} onClick={() => step(1)}>
              {t.next}
            </button>
            <label className="flex items-center gap-2">
              {t.speed}
              <select className="field" value={rate} onChange={(event) => onRate(Number(event.target.value))}>
                {rates.map((option) => (
                  <option key={option} value={option}>
                    {t.speeds[option]}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </>
      )}
    </div>
  );
}
