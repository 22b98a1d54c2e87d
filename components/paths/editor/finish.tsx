/** The end of the work: what the path amounts to, whether its link is handy, and handing it over. */
'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Facts } from '@/components/share/facts';
import { PathChanges } from '@/components/share/path-changes';
import { SharePathButton } from '@/components/share/share-path-button';
import { basePath, routes, withBasePath } from '@/lib/i18n/routes';
import { hasChanged } from '@/lib/paths/draft';
import { spreadWeeks } from '@/lib/paths/draft-dates';
import { linkLength } from '@/lib/paths/draft-length';
import { workOf } from '@/lib/paths/draft-pace';
import { minutesOfRoad } from '@/lib/paths/draft-road';
import { sharePage } from '@/lib/share/link';
import { encodePath } from '@/lib/share/path-code';
import { diffPaths } from '@/lib/share/path-diff';
import { type Desk, titleOf } from './desk';
import type { Saving } from './use-save';

type Props = {
  readonly desk: Desk;
  /** Hours a week. */
  readonly pace: number;
  readonly saving: Saving;
  readonly on: { readonly duplicate: () => void; readonly discard: () => void; readonly leave: () => void };
};

export function Finish({ desk, pace, saving, on }: Props) {
  const { t, locale, draft } = desk;
  const { path, problem, isOpen } = saving;
  const code = useMemo(() => (problem === null ? encodePath(path) : undefined), [path, problem]);
  return (
    <section className="mt-10" data-editor="finish">
      <h2 className="border-line border-b pb-1 font-semibold">{t.finish.title}</h2>
      {problem === null ? (
        <Summary desk={desk} pace={pace} />
      ) : (
        <p
          role="status"
          className={problem === 'no-lessons' ? 'mt-3 text-soft' : 'mt-3 border-warn border-l-2 bg-warn-wash px-4 py-3'}
        >
          {t.finish.problem[problem]}
        </p>
      )}
      {draft.base !== null && isOpen && (
        <div className="mt-5">
          <PathChanges
            locale={locale}
            view="changes"
            diff={diffPaths(draft.base, path).diff}
            titleOf={(id) => titleOf(desk, id)}
          />
        </div>
      )}
      {problem === null && code?.ok && (
        <div className="mt-5 grid gap-2">
          <div
            className="flex flex-wrap gap-2"
            // Before the share sheet opens: what is handed out is what is kept.
            onClickCapture={(event) => {
              if (isOpen && event.target instanceof Element && event.target.closest('[aria-haspopup]')) saving.save();
            }}
          >
            <SharePathButton
              locale={locale}
              path={path}
              titleOf={(id) => titleOf(desk, id)}
              className="button button-primary"
            />
            <a
              className="button"
              href={`${withBasePath(routes.share(locale))}#${code.code}`}
              target="_blank"
              rel="noopener"
            >
              {t.finish.preview} ↗<span className="sr-only"> ({t.finish.previewHint})</span>
            </a>
          </div>
          <p className="text-sm text-soft">{t.finish.shareHint}</p>
        </div>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        {draft.lessons.length > 0 && (
          <button type="button" className="button" onClick={on.duplicate}>
            {t.finish.duplicate}
          </button>
        )}
        {hasChanged(draft) ? (
          <button type="button" className="button" onClick={on.discard}>
            {draft.base === null ? t.finish.discard : t.finish.discardEdit}
          </button>
        ) : (
          <button type="button" className="button" onClick={on.leave}>
            {t.notice.startOver}
          </button>
        )}
      </div>
    </section>
  );
}

function Summary({ desk, pace }: Pick<Props, 'desk' | 'pace'>) {
  const { t, locale, road, draft } = desk;
  const { lessons } = draft;
  const minutes = useMemo(() => minutesOfRoad(road), [road]);
  const work = workOf(lessons, minutes);
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(location.origin), []);
  const length = useMemo(
    () => linkLength(draft, `${sharePage({ origin, basePath, locale })}#`.length),
    [draft, origin, locale],
  );
  const lines = (...parts: readonly (string | false | undefined)[]): ReactNode =>
    parts.filter((part): part is string => Boolean(part)).join(t.separator);
  const weeks = spreadWeeks(lessons, { weekMinutes: pace * 60, minutes });
  return (
    <Facts
      facts={[
        [
          t.finish.size,
          lines(
            t.lessons(lessons.length),
            t.finish.total(work.minutes, work.unknown),
            work.dated === 0 && t.finish.atPace(pace, weeks),
          ),
        ],
        [
          t.finish.datesLabel,
          lines(
            work.dated === 0 ? t.finish.noneDated : t.finish.dated(work.dated, lessons.length),
            work.needed && t.finish.needed(roundUp(work.needed.weekMinutes)),
            work.needed && lessons.length > 1 && t.finish.tightest(titleOf(desk, work.needed.id)),
          ),
        ],
        length && [
          t.finish.link,
          lines(
            t.finish.characters(length.characters),
            t.finish.fits[length.fits],
            length.notes > 0 && length.fits !== 'qr' && t.finish.notes(length.notes),
          ),
        ],
      ].filter((fact): fact is [string, ReactNode] => Array.isArray(fact))}
    />
  );
}

/** Nobody plans by the minute. */
const roundUp = (minutes: number): number => 5 * Math.ceil(minutes / 5);
