/** A text as a QR code on the page. Always black on white, whatever the theme: many scanners cannot read the inverse. */
'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { drawQr, type QrDrawing, QrTooLong } from '@/lib/qr/draw-qr';

type Props = {
  readonly text: string;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  /** Shown while the encoder is on its way. */
  readonly loading: ReactNode;
  /** Shown when the text does not fit one code: what else works. */
  readonly tooLong: ReactNode;
  /** Shown when the encoder could not be loaded. */
  readonly failed: ReactNode;
};

type Result = QrDrawing | 'tooLong' | 'failed';

export function QrCode({ text, label, loading, tooLong, failed }: Props) {
  const [drawn, setDrawn] = useState<{ readonly text: string; readonly result: Result }>();
  useEffect(() => {
    let isCurrent = true;
    drawQr(text)
      .catch((error): Result => (error instanceof QrTooLong ? 'tooLong' : 'failed'))
      .then((result) => isCurrent && setDrawn({ text, result }));
    return () => {
      isCurrent = false;
    };
  }, [text]);

  // The code of another text must never stand beside this one's words.
  const result = drawn?.text === text ? drawn.result : undefined;
  if (result === 'tooLong') return tooLong;
  if (result === 'failed') return failed;
  const box = 'aspect-square w-full rounded-sm border border-line bg-raised';
  if (result === undefined) return <div className={`${box} grid place-items-center text-soft text-sm`}>{loading}</div>;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${result.size} ${result.size}`}
      shapeRendering="crispEdges"
      className={box}
    >
      <rect width={result.size} height={result.size} fill="white" />
      <path d={result.path} fill="black" />
    </svg>
  );
}
