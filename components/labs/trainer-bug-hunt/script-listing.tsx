/** The script, a button a line. A repaired line stays readable, struck out above its replacement. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ShownLine } from './script';
import type { strings } from './strings';

type Props = {
  readonly t: (typeof strings)['en'];
  readonly lines: readonly ShownLine[];
  readonly marks: readonly string[];
  readonly onMark: (marks: ShownLine['id'][]) => void;
  readonly tally: string;
};

const row = 'grid w-full grid-cols-[1.75rem_1rem_minmax(0,1fr)] items-baseline px-1 py-0.5 text-start';
const code = 'wrap-anywhere';

export function ScriptListing({ t, lines, marks, onMark, tally }: Props) {
  const markable = lines.filter(({ text }) => text !== '');
  // One line takes part in the Tab order, the arrow keys move among the others.
  const [current, setCurrent] = useState(markable[0]?.id);
  const list = useRef<HTMLOListElement>(null);

  const move = (event: KeyboardEvent, id: string) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -markable.length, End: markable.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = markable.findIndex((line) => line.id === id);
    const to = markable[Math.min(markable.length - 1, Math.max(0, from + step))];
    if (!to) return;
    setCurrent(to.id);
    list.current?.querySelector<HTMLButtonElement>(`[data-line="${to.id}"]`)?.focus();
  };
  const toggle = (id: ShownLine['id']) =>
    onMark(lines.map((line) => line.id).filter((line) => marks.includes(line) !== (line === id)));

  return (
    <div className="min-w-0">
      <h4 className="text-sm text-soft">
        <span className="font-mono text-ink">{t.script}</span> · {t.hint}
      </h4>
      <ol ref={list} className="my-2 rounded-md bg-sunken py-2 font-mono text-[0.8125rem] leading-5">
        {lines.map((line) => {
          const marked = marks.includes(line.id);
          if (line.text === '') return <li key={line.id} className="h-3" />;
          return (
            <li key={line.id}>
              <button
                type="button"
                data-line={line.id}
                aria-pressed={marked}
                tabIndex={line.id === current ? 0 : -1}
                className={`${row} cursor-pointer hover:bg-accent-wash ${marked ? 'bg-warn-wash' : ''}`}
                onClick={() => {
                  setCurrent(line.id);
                  toggle(line.id);
                }}
                onKeyDown={(event) => move(event, line.id)}
              >
                <span className="text-faint tabular-nums select-none" aria-hidden="true">
                  {line.number}
                </span>
                <span className="text-warn" aria-hidden="true">
                  {marked ? '▲' : ''}
                </span>
                <span className={code} style={hanging(line.text)}>
                  <span className="sr-only">{t.markLine(line.number, marked)}: </span>
                  <span className={line.struck ? 'text-soft line-through' : ''}>{line.text.trimStart()}</span>
                </span>
              </button>
              {line.added.map((text) => (
                <p key={text} className={`${row} bg-good-wash`}>
                  <span />
                  <span className="text-good">+</span>
                  <ins className={`${code} no-underline`} style={hanging(text)}>
                    {text.trimStart()}
                  </ins>
                </p>
              ))}
            </li>
          );
        })}
      </ol>
      <p className="text-sm tabular-nums">{tally}</p>
    </div>
  );
}

/** Keeps a line's indentation, and hangs what wraps two characters deeper. */
function hanging(text: string) {
  const indent = text.length - text.trimStart().length;
  return { paddingInlineStart: `${indent + 2}ch`, textIndent: '-2ch' };
}
