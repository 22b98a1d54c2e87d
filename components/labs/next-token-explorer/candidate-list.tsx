/** What may come next: one button a word, its bar, and a mark for what it would have without any context. */
'use client';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { percentage } from '@/components/ui/plot/round';
import type { Candidate, Result } from './core';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  /** The n that was asked for. */
  readonly order: number;
  readonly smoothing: number;
  readonly result: Result;
  readonly onAppend: (token: string) => void;
};

const SHOWN = 10;

export function CandidateList({ t, order, smoothing, result, onAppend }: Props) {
  const { candidates, written, vocabularySize } = result;
  const first = candidates.slice(0, SHOWN);
  const others = candidates.slice(SHOWN);
  const otherP = others.reduce((sum, { p }) => sum + p, 0);
  const root = useRef<HTMLElement>(null);
  const chosen = useRef(false);
  const length = written.tokens.length;
  // The chosen button usually leaves the list: without this, a keyboard would be thrown back to the top of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a word has been added
  useEffect(() => {
    if (!chosen.current) return;
    chosen.current = false;
    root.current?.querySelector<HTMLElement>('[data-candidate], [data-ended]')?.focus({ preventScroll: true });
  }, [length]);
  const choose = (token: string) => {
    chosen.current = true;
    onAppend(token);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the real buttons inside
    <section ref={root} className="grid min-w-0 content-start gap-2" onKeyDown={moveByArrows}>
      <p>
        <strong className="font-semibold">{t.next}</strong>{' '}
        {candidates.length > 0 && <span className="text-soft">{describeContext(t, order, result)}</span>}
      </p>
      {candidates.length === 0 ? (
        <p className="text-soft" tabIndex={-1} data-ended>
          {written.finished ? t.finished : t.full}
        </p>
      ) : (
        <>
          <BackOffNote t={t} order={order} smoothing={smoothing} result={result} />
          <Rows t={t} candidates={first} onAppend={choose} />
          {others.length > 0 && (
            <details>
              <summary className="min-h-7 text-soft text-sm tabular-nums">
                {t.rest(others.length, otherP.toFixed(3))}
              </summary>
              <div className="max-h-72 overflow-y-auto">
                <Rows t={t} candidates={others} onAppend={choose} />
              </div>
            </details>
          )}
          <p className="text-soft text-sm">
            <span aria-hidden="true" className="mr-1 inline-block h-3.5 border-ink border-l-2 align-middle" />{' '}
            {t.unigramMark((1 / vocabularySize).toFixed(3))}
          </p>
        </>
      )}
    </section>
  );
}

/** Arrow up and down walk the list; Enter takes a word, as on any button. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-candidate]')].filter(
    (button) => button.offsetParent !== null,
  );
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
}

function describeContext(t: ViewStrings, order: number, { context, contextCount, written }: Result): string {
  if (order > 1 && written.tokens.length === 0) return t.atStart;
  return context.length === 0 ? t.noContext : t.after(context, contextCount);
}

/** The order really used is one more than the words of context, unless the sentence is still shorter than that. */
function BackOffNote({ t, order, smoothing, result }: Omit<Props, 'onAppend'>) {
  const { context, contextCount, written } = result;
  if (smoothing > 0) return contextCount === 0 ? <p className="text-sm text-warn">{t.unseen}</p> : null;
  const backedOff = context.length < Math.min(order - 1, written.tokens.length);
  return backedOff ? <p className="text-sm text-warn">{t.backedOff(context.length + 1)}</p> : null;
}

type RowsProps = {
  readonly t: ViewStrings;
  readonly candidates: readonly Candidate[];
  readonly onAppend: (token: string) => void;
};

function Rows({ t, candidates, onAppend }: RowsProps) {
  return (
    <ul className="border-line border-t">
      {candidates.map(({ token, p, unigram }) => (
        <li key={token} className="border-line border-b">
          <button
            type="button"
            className="grid min-h-9 w-full grid-cols-[6.5rem_minmax(0,1fr)_3.25rem] items-center gap-3 text-left hover:bg-accent-wash"
            data-candidate
            aria-label={t.append(token, p.toFixed(3))}
            onClick={() => onAppend(token)}
          >
            <span className="truncate font-prose">{token}</span>
            <span aria-hidden="true" className="relative h-4 bg-sunken">
              <span className="absolute inset-y-0 left-0 bg-data-1" style={{ width: percentage(p) }} />
              <span
                className="absolute -inset-y-1 border-ink border-l-2"
                style={{ left: `calc(${percentage(unigram)} - 1px)` }}
              />
            </span>
            <span className="text-right tabular-nums">{p.toFixed(3)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
