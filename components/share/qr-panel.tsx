/**
 * A QR code of a text, drawn on demand; the encoder is loaded then. Always black on white, whatever
 * the theme: many scanners cannot read the inverse.
 */
'use client';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { drawQr, type QrDrawing } from '@/lib/qr/draw-qr';
import { strings } from './dialog-strings';

type Props = { readonly locale: Locale; readonly text: string };

export function QrPanel({ locale, text }: Props) {
  const t = strings[locale];
  const [drawing, setDrawing] = useState<QrDrawing | 'failed'>();

  async function show(): Promise<void> {
    try {
      setDrawing(await drawQr(text));
    } catch {
      setDrawing('failed');
    }
  }

  if (drawing === undefined) {
    return (
      <button type="button" className="button" onClick={show}>
        {t.qr}
      </button>
    );
  }
  if (drawing === 'failed') {
    return (
      <p role="status" className="text-sm text-warn">
        {t.qrFailed}
      </p>
    );
  }
  return (
    <figure className="flex w-full flex-wrap items-end gap-4">
      <svg
        role="img"
        aria-label={t.qrAlt}
        viewBox={`0 0 ${drawing.size} ${drawing.size}`}
        shapeRendering="crispEdges"
        className="h-auto w-56 max-w-full rounded-sm border border-line"
      >
        <rect width={drawing.size} height={drawing.size} fill="white" />
        <path d={drawing.path} fill="black" />
      </svg>
      <figcaption className="grid justify-items-start gap-2 text-sm text-soft">
        {t.qrHint}
        <a className="button" download="layerwise-qr.svg" href={toFile(drawing)}>
          {t.download}
        </a>
      </figcaption>
    </figure>
  );
}

function toFile({ size, path }: QrDrawing): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="white"/><path fill="black" d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
