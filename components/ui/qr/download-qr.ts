/** Gives the learner the QR code of a text as a file. PNG is what messengers and slides take, SVG what printers like. */
import { drawQr, type QrDrawing, qrPixels, qrSvg } from '@/lib/qr/draw-qr';

/** Rejects when the text does not fit, or this browser draws nothing. */
export async function downloadQr(text: string, format: 'svg' | 'png', name: string): Promise<void> {
  const drawing = await drawQr(text);
  const file = format === 'svg' ? new Blob([qrSvg(drawing)], { type: 'image/svg+xml' }) : await toPng(drawing);
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${format}`;
  link.click();
  // Some browsers start reading only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function toPng({ size, path }: QrDrawing): Promise<Blob> {
  const scale = qrPixels(size);
  const canvas = document.createElement('canvas');
  canvas.width = size * scale;
  canvas.height = size * scale;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return Promise.reject(new Error('this browser draws no pictures'));
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.fillStyle = 'black';
  context.fill(new Path2D(path));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png');
  });
}
