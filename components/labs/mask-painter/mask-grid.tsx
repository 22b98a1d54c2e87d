/** Six rows that read six columns. Painted cells, what depth adds, and the answers that leak, on the stairs of the causal mask. */
'use client';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Result, Values } from './core';
import { reads, SOURCE, TOKENS, toggle } from './mask';
import type { Words } from './words';

type Props = {
  readonly t: Words;
  readonly values: Values;
  readonly result: Result;
  readonly set: (change: Partial<Values>) => void;
};

const places = Array.from({ length: TOKENS }, (_, i) => i);
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function MaskGrid({ t, values, result, set }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  /** What the running stroke paints; null between strokes. */
  const stroke = useRef<boolean | null>(null);
  const paint = (row: number, token: number, on: boolean) =>
    set({ rows: toggle(values.rows, row, token, on), row: row + 1 });

  const cellAt = (event: PointerEvent) => {
    const found = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-cell]');
    if (!found || !grid.current?.contains(found)) return null;
    const [row = 0, token = 0] = (found.dataset.cell ?? '').split(' ').map(Number);
    return { row, token };
  };
  const start = (event: PointerEvent) => {
    const cell = cellAt(event);
    if (!cell || event.button !== 0) return;
    stroke.current = !reads(values.rows[cell.row] ?? 0, cell.token);
    paint(cell.row, cell.token, stroke.current);
  };
  const move = (event: PointerEvent) => {
    if (stroke.current === null || event.buttons === 0) return;
    const cell = cellAt(event);
    if (cell && reads(values.rows[cell.row] ?? 0, cell.token) !== stroke.current) {
      paint(cell.row, cell.token, stroke.current);
    }
  };
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const [row = 0, token = 0] = ((event.target as HTMLElement).dataset.cell ?? '').split(' ').map(Number);
    if (!step) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row + step[0]} ${token + step[1]}"]`)?.focus();
  };

  return (
    <figure className="m-0 grid content-start gap-2">
      <figcaption>
        <strong className="font-semibold">{t.gridTitle}</strong>
        <p className="text-sm text-soft">{t.gridNote}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: strokes and arrow keys between the real buttons inside */}
      <div
        ref={grid}
        className="grid w-full max-w-md touch-none grid-cols-[4rem_repeat(3,minmax(0,1fr))_0.5rem_repeat(3,minmax(0,1fr))] text-sm select-none"
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={() => {
          stroke.current = null;
        }}
        onKeyDown={walk}
      >
        <span className="self-end pb-1 text-xs text-soft">{t.readsColumn}</span>
        {places.map((token) => (
          <span
            key={token}
            className={`truncate pb-1 text-center font-prose ${token === SOURCE ? 'col-start-6' : ''}`}
            title={t.tokens[token]}
          >
            {t.tokens[token]}
          </span>
        ))}
        {places.map((row) => (
          <Row
            key={row}
            t={t}
            row={row}
            values={values}
            result={result}
            onPaint={paint}
            onPin={() => set({ row: row + 1 })}
          />
        ))}
      </div>
      <Legend t={t} />
      <p className="sr-only">{t.gridText(result, values.layers)}</p>
    </figure>
  );
}

type RowProps = Omit<Props, 'set'> & {
  readonly row: number;
  readonly onPaint: (row: number, token: number, on: boolean) => void;
  readonly onPin: () => void;
};

function Row({ t, row, values, result, onPaint, onPin }: RowProps) {
  const pinned = values.row === row + 1;
  return (
    <>
      {row === SOURCE && <span className="col-span-full h-2" />}
      <button
        type="button"
        aria-pressed={pinned}
        aria-label={t.pinRow(row)}
        className={`truncate rounded-sm px-1 text-left font-prose ${pinned ? 'bg-accent-wash font-semibold text-accent' : 'hover:bg-accent-wash'}`}
        onClick={onPin}
      >
        {t.tokens[row]}
      </button>
      {places.map((token) => {
        const painted = reads(values.rows[row] ?? 0, token);
        const known = reads(result.know[row] ?? 0, token);
        const leak = token === row + 1 && known;
        const stairs = token === row + 1 ? 'border-b-2 border-l-2 border-b-ink border-l-ink' : '';
        return (
          <button
            key={token}
            type="button"
            data-cell={`${row} ${token}`}
            aria-pressed={painted}
            aria-label={t.cell(row, token, painted, known)}
            className={`aspect-square max-h-12 w-full border border-paper text-base leading-none ${token === SOURCE ? 'col-start-6' : ''} ${painted ? 'bg-accent text-on-accent' : known ? 'bg-accent-wash text-accent' : 'bg-sunken text-faint'} ${stairs}`}
            onClick={(event) => {
              // A pointer has painted already; only the keyboard arrives here with no detail.
              if (event.detail === 0) onPaint(row, token, !painted);
            }}
          >
            <span aria-hidden="true" className={leak ? 'rounded-sm bg-bad-wash px-1 font-semibold text-bad' : ''}>
              {leak ? '!' : painted ? '●' : known ? '○' : ''}
            </span>
          </button>
        );
      })}
    </>
  );
}

function Legend({ t }: { readonly t: Words }) {
  return (
    <ul className="list-none p-0 [&>li]:m-0 flex max-w-md flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      <li>
        <span className="bg-accent px-1 text-on-accent">●</span> {t.legend.painted}
      </li>
      <li>
        <span className="bg-accent-wash px-1 text-accent">○</span> {t.legend.deeper}
      </li>
      <li>
        <span className="bg-bad-wash px-1 font-semibold text-bad">!</span> {t.legend.leak}
      </li>
      <li>
        <span className="border-b-2 border-l-2 border-ink px-1.5" /> {t.legend.stairs}
      </li>
    </ul>
  );
}
