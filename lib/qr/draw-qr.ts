/** A QR code of a text as one SVG path, in modules. The encoder is loaded when it is first needed. */
export type QrDrawing = {
  /** Modules on a side, the quiet zone included. */
  readonly size: number;
  /** SVG path of the dark modules. */
  readonly path: string;
};

/** Blank modules around the code: ISO/IEC 18004 asks for four. */
const quietZone = 4;

/** Rejects when the text does not fit a QR code (2,331 bytes at medium correction), or the encoder cannot be loaded. */
export async function drawQr(text: string, ecc: 'low' | 'medium' = 'medium'): Promise<QrDrawing> {
  const { encodeQR } = await import('qr');
  const rows = encodeQR(text, 'raw', { ecc, border: quietZone });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}
