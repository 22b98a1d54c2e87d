/** The long paths of the roadmap: what each is about, how far it is written, and a press to follow it. */
'use client';
import { useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import type { Locale } from '@/lib/i18n/locale';
import { lensOf } from '@/lib/paths/lens';
import { chooseActive, type OwnedPath } from '@/lib/paths/owned-paths';
import type { CareerOffer, PathRoad } from '@/lib/paths/road';
import { adoptPath } from '@/lib/share/adopt-path';
import { PathStrip } from './path-strip';
import { strings } from './strings';
import { pathHash } from './use-paths';

type Props = {
  readonly careers: readonly CareerOffer[];
  readonly paths: readonly OwnedPath[];
  readonly road: PathRoad;
  readonly locale: Locale;
};

export function CareerList({ careers, paths, road, locale }: Props) {
  return (
    <ul className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-3">
      {careers.map((offer) => (
        <Career
          key={offer.path.id}
          offer={offer}
          isMine={paths.some(({ path }) => path.id === offer.path.id)}
          road={road}
          locale={locale}
        />
      ))}
    </ul>
  );
}

type CareerProps = {
  readonly offer: CareerOffer;
  readonly isMine: boolean;
  readonly road: PathRoad;
  readonly locale: Locale;
};

function Career({ offer: { path, summary }, isMine, road, locale }: CareerProps) {
  const t = strings[locale];
  const [isRefused, setRefused] = useState(false);
  const ids = lensOf(
    path,
    '',
    road.lessons.map(({ id }) => id),
    road.aliases,
  ).lessons.map(({ id }) => id);

  function follow() {
    const outcome = adoptPath(progress, path);
    setRefused(outcome === 'unchanged' || outcome === 'tooLarge');
    if (outcome === 'unchanged' || outcome === 'tooLarge') return;
    chooseActive(progress, path.id);
    location.hash = pathHash(path.id);
  }

  return (
    <li className="grid content-start justify-items-start gap-2 border-t-2 border-accent pt-3" data-career={path.id}>
      <h3 className="font-semibold">{path.title}</h3>
      <p className="text-soft">{summary}</p>
      <PathStrip ids={ids} lessons={road.lessons} />
      <p className="text-sm text-faint tabular-nums">{t.careerSize(ids.length, path.lessons.length)}</p>
      {isMine ? (
        <a href={pathHash(path.id)} className="inline-flex min-h-9 items-center underline underline-offset-4">
          {t.adopted}
        </a>
      ) : (
        <button type="button" className="button" onClick={follow}>
          {t.adopt}
          <span className="sr-only">: {path.title}</span>
        </button>
      )}
      <p role="status" className="text-sm empty:hidden">
        {isRefused && t.notAdopted}
      </p>
    </li>
  );
}
