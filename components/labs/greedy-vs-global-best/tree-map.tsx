/**
 * The tree as nested boxes whose width is probability: question, first token, whole answer. Greedy follows the widest box down;
 * the most probable answer is the widest box of the last row. Borders can be dragged; the sliders below do the same by keyboard.
 */
'use client';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import { percentage } from '@/components/ui/plot/round';
import { type Answer, type Node, nodes, type Result, type Values } from './core';
import { percent, type ViewStrings } from './strings';
import { moveBorder } from './tree';

type Props = {
  readonly t: ViewStrings;
  readonly values: Values;
  readonly result: Result;
  readonly set: (change: Partial<Values>) => void;
};

/** Narrower boxes than this share of the width have no room for a token, or for a number. */
const ROOM = 0.075;
const ROOM_FOR_NUMBER = 0.13;

export function TreeMap({ t, values, result, set }: Props) {
  const { first, after, answers, greedy, best } = result;
  const edit = (node: Node) => set({ node });
  return (
    <figure className="m-0 grid gap-1">
      <figcaption>
        <strong className="font-semibold">{t.treeTitle}</strong>
        <p className="text-sm text-soft">{t.treeNote}</p>
      </figcaption>
      <div className="grid gap-0.5 select-none">
        <button
          type="button"
          aria-pressed={values.node === 'first'}
          aria-label={t.edit('first')}
          className={`min-h-11 rounded-sm border px-3 py-1 text-left text-sm ${values.node === 'first' ? 'border-accent bg-accent-wash' : 'border-line bg-sunken hover:border-strong'}`}
          onClick={() => edit('first')}
        >
          {t.question}
        </button>
        <Row p={first} onBorder={(i, at) => set({ node: 'first', first: moveBorder(values.first, i, at) })}>
          {first.map((p, i) => {
            const node = nodes[i + 1] ?? 'a';
            const token = t.firstTokens[i] ?? '';
            return (
              <button
                key={node}
                type="button"
                aria-pressed={values.node === node}
                aria-label={t.boxName(token, p)}
                className={`min-h-11 min-w-0 overflow-hidden rounded-sm border px-1 text-sm whitespace-nowrap ${values.node === node ? 'border-accent bg-accent-wash' : 'border-line bg-sunken hover:border-strong'} ${greedy.first === i ? 'font-semibold' : ''}`}
                style={{ width: percentage(p) }}
                onClick={() => edit(node)}
              >
                {p >= ROOM && (
                  <>
                    <span className="block truncate font-prose">{token}</span>
                    <span className="block text-xs text-soft tabular-nums">{percent(p)}</span>
                  </>
                )}
              </button>
            );
          })}
        </Row>
        <div className="relative flex">
          {after.map((row, i) => {
            const node = (nodes[i + 1] ?? 'a') as 'a' | 'b' | 'c';
            return (
              <div key={node} className="min-w-0" style={{ width: percentage(first[i] ?? 0) }}>
                <Row p={row} onBorder={(j, at) => set({ node, [node]: moveBorder(values[node], j, at) })}>
                  {row.map((p, j) => {
                    const answer = answers[i * row.length + j];
                    return (
                      answer && <Leaf key={answer.key} t={t} answer={answer} share={p} onEdit={() => edit(node)} />
                    );
                  })}
                </Row>
              </div>
            );
          })}
        </div>
        <Marker name={t.greedy} answer={greedy} result={result} />
        <Marker name={t.best} answer={best} result={result} />
      </div>
      <p className="sr-only">{t.treeText(result)}</p>
    </figure>
  );
}

type RowProps = {
  readonly p: readonly number[];
  readonly onBorder: (index: number, at: number) => void;
  readonly children: ReactNode;
};

function Row({ p, onBorder, children }: RowProps) {
  const box = useRef<HTMLDivElement>(null);
  const drag = (index: number) => (event: PointerEvent<HTMLDivElement>) => {
    const place = box.current?.getBoundingClientRect();
    if (!place || place.width === 0 || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onBorder(index, (event.clientX - place.left) / place.width);
  };
  const borders = p.slice(0, -1).map((_, i) => p.slice(0, i + 1).reduce((sum, value) => sum + value, 0));
  return (
    <div ref={box} className="relative flex">
      {children}
      {borders.map((at, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a border is its place
          key={i}
          aria-hidden="true"
          className="absolute inset-y-0 w-3 -translate-x-1/2 cursor-col-resize touch-none"
          style={{ left: percentage(at) }}
          onPointerDown={drag(i)}
          onPointerMove={drag(i)}
        />
      ))}
    </div>
  );
}

type LeafProps = {
  readonly t: ViewStrings;
  readonly answer: Answer;
  readonly share: number;
  readonly onEdit: () => void;
};

function Leaf({ t, answer, share, onEdit }: LeafProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t.leafName(answer)}
      className={`h-14 min-w-0 overflow-hidden border border-paper px-0.5 text-xs whitespace-nowrap ${answer.true ? 'bg-good-wash text-good' : 'bg-bad-wash text-bad'}`}
      style={{ width: percentage(share) }}
      onClick={onEdit}
    >
      {answer.p >= ROOM && (
        <>
          <span className="block truncate">{t.secondTokens[answer.first]?.[answer.second]}</span>
          <span className="block truncate tabular-nums">
            {answer.true ? '✓' : '✗'} {answer.p >= ROOM_FOR_NUMBER && percent(answer.p)}
          </span>
        </>
      )}
    </button>
  );
}

type MarkerProps = { readonly name: string; readonly answer: Answer; readonly result: Result };

/** Points at the middle of an answer's box; its words stay inside the picture. */
function Marker({ name, answer, result }: MarkerProps) {
  const before = result.answers.slice(0, result.answers.indexOf(answer)).reduce((sum, { p }) => sum + p, 0);
  const middle = before + answer.p / 2;
  const right = middle > 0.55;
  return (
    <p className="relative h-6 text-sm tabular-nums" aria-hidden="true">
      <span className="absolute -translate-x-1/2 text-ink" style={{ left: percentage(middle) }}>
        ▲
      </span>
      <span
        className="absolute whitespace-nowrap"
        style={
          right
            ? { right: `calc(${percentage(1 - middle)} + 0.75rem)` }
            : { left: `calc(${percentage(middle)} + 0.75rem)` }
        }
      >
        {name} <span className="text-soft">{answer.p.toFixed(3)}</span> {answer.true ? '✓' : '✗'}
      </span>
    </p>
  );
}
