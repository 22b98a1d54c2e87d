import './globals.css';
import { Document } from '@/components/chrome/document';
import { NotFound } from '@/components/chrome/not-found';

export const metadata = { title: '404 · Layerwise' };

export default function GlobalNotFound() {
  return (
    <Document locale="en">
      <NotFound />
    </Document>
  );
}
