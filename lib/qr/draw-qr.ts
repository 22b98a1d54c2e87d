/** A QR code of a text as one SVG path, in modules. The encoder is loaded when it is first needed. */
export type QrDrawing = {
  /** Modules on a side, the quiet zone included. */
  readonly size: number;
  /** SVG path of the dark modules. */
  readonly path: string;
};

/** Error correction: 7 % or 15 % of the code may be unreadable. */
export type QrCorrection = 'low' | 'medium';

/** Bytes that the largest code (version 40) holds in byte mode; what is all digits or capitals packs tighter. ISO/IEC 18004, table 7. */
export const qrBytes: Readonly<Record<QrCorrection, number>> = { low: 2953, medium: 2331 };

/** The text does not fit one code. */
export class QrTooLong extends RangeError {}

/** Blank modules around the code: ISO/IEC 18004 asks for four. */
const quietZone = 4;

/** Rejects with `QrTooLong` when the text does not fit, and with the loader's error when the encoder cannot be loaded. */
export async function drawQr(text: string, ecc: QrCorrection = 'medium'): Promise<QrDrawing> {
  const { encodeQR } = await import('qr');
  const rows = encode(() => encodeQR(text, 'raw', { ecc, border: quietZone }));
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}

/** With settings that are right, the one thing the encoder refuses is length. */
function encode<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new QrTooLong('does not fit one QR code');
  }
}

/** The drawing as a file: ten pixels a module, for whoever opens it without scaling. */
export function qrSvg({ size, path }: QrDrawing): string {
  const side = size * 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${side}" height="${side}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="white"/><path fill="black" d="${path}"/></svg>`;
}

/** Whole pixels a module, so that no edge is blurred, for a picture of at least a thousand pixels. */
export function qrPixels(size: number): number {
  return Math.ceil(1000 / size);
}
