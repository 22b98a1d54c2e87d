/** What differs between the learner's version of a path and the one that was opened, lesson by lesson and by title. */
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { Due, HeadChange, PathDiff } from '@/lib/share/path-diff';
import { changeStrings } from './change-strings';
import { formatDay } from './format-day';

type Props = {
  readonly locale: Locale;
  /** `changes`: what an update would do. `differs`: two paths beside each other. */
  readonly view: 'changes' | 'differs';
  readonly diff: PathDiff;
  readonly titleOf: (id: number) => string;
};

/** Groups with more than so many entries begin folded: the sum stands in the line above them. */
const unfolded = 6;

export function PathChanges({ locale, view, diff, titleOf }: Props) {
  const t = changeStrings[locale];
  const words = t[view];
  const place = (n: number | undefined) => (n === undefined ? '' : t.place(n));
  const due = (date: Due | undefined) => dueWords(locale, date);
  const groups: readonly (readonly [sum: string, entries: readonly Entry[]])[] = [
    [words.added(diff.added.length), diff.added.map(({ id, to }) => ({ id, detail: place(to) }))],
    [words.removed(diff.removed.length), diff.removed.map(({ id, from }) => ({ id, detail: place(from) }))],
    [
      words.moved(diff.moved.length),
      diff.moved.map(({ id, from, to }) => ({
        id,
        detail: <FromTo word={words.to} from={place(from)} to={place(to)} />,
      })),
    ],
    [
      words.redated(diff.redated.length),
      diff.redated.map(({ id, from, to }) => ({
        id,
        detail: <FromTo word={words.to} from={due(from)} to={due(to)} />,
      })),
    ],
    [
      words.renoted(diff.renoted.length),
      diff.renoted.map(({ id, from, to }) => ({
        id,
        below: [
          [words.before, from ?? t.none],
          [words.now, to ?? t.none],
        ],
      })),
    ],
  ];
  return (
    <section aria-label={words.heading} data-changes className="w-full border-accent border-l-2 pl-4 text-sm">
      <h2 className="font-semibold">{words.heading}</h2>
      {diff.head.length > 0 && (
        <ul>
          {diff.head.map((change) => (
            <li key={change.field} className="py-1">
              <HeadLine locale={locale} change={change} word={words.to} />
              {change.field === 'start' && diff.shifted > 0 && (
                <p className="text-soft">{words.shifted(diff.shifted)}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {groups
        .filter(([, entries]) => entries.length > 0)
        .map(([sum, entries]) => (
          <details key={sum} open={entries.length <= unfolded}>
            <summary className="py-1 tabular-nums">{sum}</summary>
            <ul className="pb-2 pl-4">
              {entries.map(({ id, detail, below }) => (
                <li key={id} className="py-0.5">
                  <p className="flex flex-wrap justify-between gap-x-4">
                    <span>{titleOf(id)}</span>
                    <span className="text-soft tabular-nums">{detail}</span>
                  </p>
                  {below?.map(([when, note]) => (
                    <p key={when} className="flex gap-2 text-soft">
                      <span className="min-w-12 shrink-0 text-faint">{when}</span>
                      <span className="min-w-0 whitespace-pre-line" dir="auto">
                        {note}
                      </span>
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
}

type Entry = {
  readonly id: number;
  readonly detail?: ReactNode;
  readonly below?: readonly (readonly [when: string, note: string])[];
};

function HeadLine({
  locale,
  change,
  word,
}: {
  readonly locale: Locale;
  readonly change: HeadChange;
  readonly word: string;
}) {
  const t = changeStrings[locale];
  const { field, from, to } = change;
  const name = { title: t.titleField, mentor: t.from, start: t.starts }[field];
  const shown = (value: string | undefined) =>
    value === undefined ? t.none : field === 'start' ? formatDay(value, locale) : value;
  return (
    <p>
      <span className="text-faint">{name}</span> <FromTo word={word} from={shown(from)} to={shown(to)} />
    </p>
  );
}

/** The arrow is for the eye; ears get a word. Each side is isolated, for either may be somebody's own text. */
function FromTo({ word, from, to }: { readonly word: string; readonly from: string; readonly to: string }) {
  return (
    <>
      <bdi>{from}</bdi> <span aria-hidden="true">→</span>
      <span className="sr-only"> {word} </span> <bdi>{to}</bdi>
    </>
  );
}

function dueWords(locale: Locale, due: Due | undefined): string {
  const t = changeStrings[locale];
  if (due === undefined) return t.noDate;
  return 'day' in due ? formatDay(due.day, locale) : t.dueAfter(due.after);
}
