/** One path opened: where it stands, when it may be finished, what can be done with it, and its lessons. */
'use client';
import { useMemo } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useProgress } from '@/components/progress/use-progress';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { readDay } from '@/lib/paths/civil-day';
import { lensIds } from '@/lib/paths/lens';
import { chooseActive } from '@/lib/paths/owned-paths';
import type { CareerOffer, PathRoad } from '@/lib/paths/road';
import { listKeys } from '@/lib/progress/records';
import { continueLesson, tallyLessons } from '@/lib/progress/selectors';
import { CareerUpdate } from './career-update';
import { FinishLine } from './finish-line';
import { formatCivilDay } from './format-civil-day';
import { PathActions } from './path-actions';
import { PathLessons } from './path-lessons';
import type { PathRow } from './path-list';
import { PathStrip } from './path-strip';
import { strings } from './strings';
import type { Followed } from './use-situation';
import { useToday } from './use-today';

type Props = {
  readonly row: PathRow;
  readonly shown: Followed;
  readonly isActive: boolean;
  /** The button that was pressed is gone then. */
  readonly onFollow: () => void;
  /** The career of which this is the stored path. */
  readonly offer: CareerOffer | undefined;
  readonly road: PathRoad;
  readonly locale: Locale;
};

export function PathDetail({ row, shown: { owned, lens }, isActive, onFollow, offer, road, locale }: Props) {
  const t = strings[locale];
  const ids = useMemo(() => lensIds(lens), [lens]);
  const records = useProgress((state) => state.records);
  const { done, counted, skipped, percent } = tallyLessons(records, ids);
  const next = road.lessons.find(({ id }) => id === continueLesson(records, ids));
  const hasBegun = listKeys(records, 'lessons').length > 0;
  return (
    <article className="mb-8 border-t border-line pt-5" data-shown={row.id || 'road'}>
      <Kicker row={row} owned={owned} locale={locale} />
      <h2 className="text-2xl font-semibold">
        <bdi>{row.title}</bdi>
      </h2>
      {row.kind === 'road' && <p className="mt-1 text-soft">{t.roadText}</p>}
      {offer && <p className="mt-1 max-w-(--measure) text-soft">{offer.summary}</p>}
      <p
        className="mt-4 mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-soft tabular-nums"
        data-percent={percent}
      >
        <span className="font-prose text-3xl text-ink">
          {percent}
          <span className="text-xl text-faint">%</span>
        </span>
        <span>{[t.tally(done, counted), skipped > 0 && t.skipped(skipped)].filter(Boolean).join(t.separator)}</span>
      </p>
      <PathStrip ids={ids} lessons={road.lessons} />
      <FinishLine lens={lens} lessons={road.lessons} locale={locale} />
      {owned && offer && <CareerUpdate mine={owned.path} offer={offer} locale={locale} />}
      <div className="mt-5 flex flex-wrap items-center gap-2">
        {isActive ? (
          next && (
            <SiteLink href={next.href} className="button button-primary" data-stage={next.stage}>
              {hasBegun ? t.resume : t.begin}
              <span className="sr-only">: {next.title}</span>
            </SiteLink>
          )
        ) : (
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              chooseActive(progress, row.id === '' ? null : row.id);
              onFollow();
            }}
          >
            {t.makeActive}
          </button>
        )}
        {owned && <PathActions owned={owned} title={row.title} lens={lens} road={road} locale={locale} />}
      </div>
      <p role="status" className="mt-2 text-sm text-soft">
        {isActive && owned && t.isActive}
      </p>
      <PathLessons owned={owned} lens={lens} road={road} locale={locale} />
    </article>
  );
}

type KickerProps = { readonly row: PathRow; readonly owned: Followed['owned']; readonly locale: Locale };

function Kicker({ row: { kind }, owned, locale }: KickerProps) {
  const t = strings[locale];
  const today = useToday();
  if (!owned) return null;
  const { mentor, version, start } = owned.path;
  const first = readDay(start);
  return (
    <p className="kicker">
      {kind === 'career' && t.career}
      {kind === 'own' && t.own}
      {kind === 'shared' &&
        (mentor ? (
          <>
            {t.from} <bdi>{mentor}</bdi>
          </>
        ) : (
          t.shared
        ))}
      {version > 1 && t.separator + t.version(version)}
      {first !== undefined && today !== null && (
        <>
          {t.separator}
          <time dateTime={start}>{t.starts(formatCivilDay(first, locale, today))}</time>
        </>
      )}
    </p>
  );
}
