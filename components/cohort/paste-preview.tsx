/** What is in a pasted text, and what adding it would do. Whatever needs a look stands first. */
'use client';
import type { Planned, Verdict } from '@/lib/cohort/plan-additions';
import type { Paste, UnreadableCode } from '@/lib/cohort/read-paste';
import type { Locale } from '@/lib/i18n/locale';
import type { FailureReason } from '@/lib/share/decode';
import { failureReasons } from '@/lib/share/decode';
import { pasteStrings } from './paste-strings';
import { PlannedItem } from './planned-item';

type Props = {
  readonly locale: Locale;
  readonly paste: Paste;
  readonly planned: readonly Planned[];
  readonly onName: (code: string, name: string) => void;
  readonly onAdd: () => void;
  readonly onClear: () => void;
};

const verdicts: readonly Verdict[] = ['new', 'newer', 'older', 'same', 'outdated', 'unnamed'];
const added: readonly Verdict[] = ['new', 'newer', 'older'];

export function PastePreview({ locale, paste, planned, onName, onAdd, onClear }: Props) {
  const t = pasteStrings[locale];
  const count = (verdict: Verdict) => planned.filter((each) => each.verdict === verdict).length;
  const sums = verdicts.filter((verdict) => count(verdict) > 0).map((verdict) => t.sum[verdict](count(verdict)));
  const coming = planned.filter(({ verdict }) => added.includes(verdict)).length;
  const notes = [
    paste.repeated > 0 && t.repeated(paste.repeated),
    paste.paths > 0 && t.paths(paste.paths),
    paste.stripped > 0 && t.stripped(paste.stripped),
    paste.isTooLong && t.tooLong,
  ].filter((note) => note !== false);
  const isNothing = paste.found.length === 0 && paste.unreadable.length === 0 && notes.length === 0;
  return (
    <div className="border-accent border-l-2 pl-4" data-found={paste.found.length}>
      <div role="status">
        <h2 className="font-semibold">{t.found(paste.found.length)}</h2>
        {sums.length > 0 && <p className="text-soft text-sm tabular-nums">{sums.join(t.separator)}</p>}
      </div>
      {isNothing && <p className="text-sm">{t.nothing}</p>}
      {notes.map((note) => (
        <p key={note} className="mt-1 text-soft text-sm">
          {note}
        </p>
      ))}
      <Unreadable locale={locale} codes={paste.unreadable} />
      {planned.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section tabIndex={0} aria-label={t.found(planned.length)} className="mt-3 max-h-96 overflow-y-auto">
          <ul>
            {inOrder(planned).map((each) => (
              <PlannedItem
                key={each.found.code}
                locale={locale}
                planned={each}
                isAsked={needsLook(each)}
                onName={(name) => onName(each.found.code, name)}
              />
            ))}
          </ul>
        </section>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {coming > 0 ? (
          <button type="button" className="button button-primary" onClick={onAdd}>
            {t.add(coming)}
          </button>
        ) : (
          planned.length > 0 && <p className="text-sm">{t.nothingNew}</p>
        )}
        <button type="button" className="button" onClick={onClear}>
          {t.clear}
        </button>
      </div>
    </div>
  );
}

/** Doubts first, then by what comes of it; else as pasted. */
function inOrder(planned: readonly Planned[]): readonly Planned[] {
  const rank = (each: Planned) => (needsLook(each) ? -1 : verdicts.indexOf(each.verdict));
  return [...planned].sort((a, b) => rank(a) - rank(b));
}

/** What was corrected stays where it is: the field must not move from under the fingers. */
function needsLook({ found, lost, isAmbiguous, isCorrected, isFuture, verdict }: Planned): boolean {
  if (isCorrected) return true;
  if (verdict === 'same' || verdict === 'outdated') return false;
  return found.name === '' || lost > 0 || isAmbiguous || isFuture;
}

/** One line for each reason, with the words near the codes, so that the mentor knows whom to ask. */
function Unreadable({ locale, codes }: { readonly locale: Locale; readonly codes: readonly UnreadableCode[] }) {
  const t = pasteStrings[locale];
  const of = (reason: FailureReason) => codes.filter((code) => code.reason === reason);
  return failureReasons
    .filter((reason) => of(reason).length > 0)
    .map((reason) => {
      const near = [...new Set(of(reason).map(({ context }) => context))].filter(Boolean);
      return (
        <p key={reason} data-reason={reason} className="mt-2 border-warn border-l-2 bg-warn-wash px-3 py-1.5 text-sm">
          {t.unreadable[reason](of(reason).length)} {near.length > 0 && <bdi>{t.near(near.join(t.list))}</bdi>}
        </p>
      );
    });
}
