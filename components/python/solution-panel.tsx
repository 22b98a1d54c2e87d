'use client';
/** Code to read beside or below one's own: a read-only editor, so that it looks the same. */
import { useEffect, useRef } from 'react';
import { createEditor } from './editor-setup';

export function SolutionPanel({ text, label }: { readonly text: string; readonly label: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!holder.current) return;
    const view = createEditor({ parent: holder.current, text, label, readOnly: true });
    return () => view.destroy();
  }, [text, label]);
  return (
    <figure className="m-0 flex min-w-0 flex-col overflow-hidden rounded-sm border border-line border-dashed bg-sunken">
      <figcaption className="px-3 pt-2 text-faint text-xs">{label}</figcaption>
      <div ref={holder} />
    </figure>
  );
}
