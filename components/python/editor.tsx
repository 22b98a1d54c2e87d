'use client';
/** CodeMirror in React: created once, then left alone; changes go through the view that `onReady` hands out. */
import type { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { createEditor } from './editor-setup';

type Props = {
  readonly text: string;
  readonly label: string;
  readonly describedBy: string;
  readonly takesFocus: boolean;
  readonly onReady: (view: EditorView | null) => void;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
  readonly onEscape: () => void;
};

export function Editor(props: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!holder.current) return;
    const { text, label, describedBy, takesFocus } = latest.current;
    const view = createEditor({
      parent: holder.current,
      text,
      label,
      describedBy,
      onChange: (now) => latest.current.onChange(now),
      onSubmit: () => latest.current.onSubmit(),
      onEscape: () => latest.current.onEscape(),
    });
    latest.current.onReady(view);
    if (takesFocus) view.focus();
    return () => {
      latest.current.onReady(null);
      view.destroy();
    };
  }, []);
  return <div ref={holder} className="min-w-0 overflow-hidden rounded-sm border border-strong bg-sunken" />;
}
