/** What the plot shows, in words: read aloud once the learner rests, not at every pixel of a drag. */
'use client';
import { useEffect, useState } from 'react';

export function Summary({ text, label }: { readonly text: string; readonly label: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 600);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p className="lab-summary">
        <span className="lab-label">{label}</span> {text}
      </p>
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}
