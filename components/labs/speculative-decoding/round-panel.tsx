/** One round after the learner's prefix, step by step: the table of drafts and the two distributions at the place in view. */
'use client';
import { Playback } from '@/components/labs/frame/playback';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import type { Locale } from '@/lib/i18n/locale';
import type { Round } from '@/lib/ml/decoding/speculative';
import { BOUNDARY, decodeName } from '@/lib/thread/alphabet';
import type { Result } from './core';
import { currentName } from './drafts';
import { LetterBars } from './letter-bars';
import { RoundTable } from './round-table';
import { type Shown, shownAt } from './steps';
import type { ViewStrings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly t: ViewStrings;
  readonly result: Result;
  readonly values: { readonly step: number; readonly rule: string };
  readonly onPrefix: (prefix: string) => void;
  readonly onStep: (step: number) => void;
};

export function RoundPanel({ locale, t, result, values, onPrefix, onStep }: Props) {
  const { prefix, round, last } = result;
  return (
    <section className="grid gap-3">
      <div>
        <strong className="font-semibold">{t.round}</strong>
        <p className="text-soft text-sm">{t.roundNote}</p>
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <label className="grid gap-1">
          <span className="text-soft text-sm">{t.params.prefix}</span>
          <input
            type="text"
            className="field w-60 max-w-full font-mono"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={22}
            value={prefix}
            onChange={(event) => onPrefix(event.target.value)}
          />
        </label>
        <button
          type="button"
          className="button"
          disabled={!round}
          onClick={() => round && onPrefix(prefixAfter(prefix, round.tokens))}
        >
          {t.goOn}
        </button>
      </div>
      {round ? (
        <>
          <Playback t={frameStrings[locale]} step={Math.min(values.step, last)} last={last} onStep={onStep} />
          <Shows
            t={t}
            prefix={prefix}
            round={round}
            shown={shownAt(round, values.step)}
            rule={values.rule}
            onStep={onStep}
          />
        </>
      ) : (
        <p className="text-soft text-sm">{t.counting}</p>
      )}
    </section>
  );
}

/** The name that is being written after the round: a boundary begins a new one. */
function prefixAfter(prefix: string, tokens: readonly number[]): string {
  const name = currentName([BOUNDARY, ...tokens]);
  const written = decodeName(name);
  return tokens.includes(BOUNDARY) ? written : prefix + written;
}

type ShowsProps = {
  readonly t: ViewStrings;
  readonly prefix: string;
  readonly round: Round;
  readonly shown: Shown;
  readonly rule: string;
  readonly onStep: (step: number) => void;
};

function Shows(props: ShowsProps) {
  const { t, round, shown } = props;
  const draft = round.drafted[shown.focus];
  const title = !draft ? t.barsBonus : shown.seen ? t.barsAt(shown.focus + 1) : t.barsDrafting;
  return (
    <div className="grid gap-x-8 gap-y-5 @3xl:grid-cols-2">
      <RoundTable {...props} />
      <LetterBars
        t={t}
        title={title}
        p={draft ? (shown.seen ? draft.target : null) : round.last.p}
        q={draft?.draft ?? null}
        picked={shown.finished ? round.last.token : (draft?.token ?? null)}
      />
    </div>
  );
}
