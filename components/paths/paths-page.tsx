/**
 * The paths of this learner: a list, the one that is looked at, the pace, and careers to take up. Which one is looked at stands in
 * the address (`#path=id`), so that other pages can lead to it and Back works; without it, the active one.
 */
'use client';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { type CareerOffer, type PathRoad, pathTitle } from '@/lib/paths/road';
import { CareerList } from './career-list';
import { PaceControl } from './pace-control';
import { PathDetail } from './path-detail';
import { PathList } from './path-list';
import { strings } from './strings';
import { TodayCard } from './today-card';
import { usePaths } from './use-paths';

type Props = { readonly road: PathRoad; readonly careers: readonly CareerOffer[]; readonly locale: Locale };

export function PathsPage({ road, careers, locale }: Props) {
  const t = strings[locale];
  const { paths, activeId, shown } = usePaths(road);
  const rows = useMemo(
    () => [
      { id: '', title: t.road, kind: 'road' as const },
      ...paths.map(({ path, own }) => ({
        id: path.id,
        title: pathTitle(path, road.names) || t.untitled,
        kind: own ? ('own' as const) : Object.hasOwn(road.names, path.id) ? ('career' as const) : ('shared' as const),
      })),
    ],
    [paths, road, t],
  );
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone what was asked for is below the list; a reader who cannot see it is led there too.
    const show = () => requestAnimationFrame(() => detail.current?.focus());
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, []);
  const row = rows.find(({ id }) => id === (shown.owned?.path.id ?? '')) ?? rows[0];
  return (
    <>
      <div className="grid grid-cols-1 gap-x-16 lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-1">
          <Part title={t.today}>
            <TodayCard road={road} locale={locale} />
          </Part>
          <Part title={t.paths}>
            <PathList rows={rows} shown={row?.id ?? ''} active={activeId} locale={locale} />
          </Part>
        </div>
        <div ref={detail} tabIndex={-1} className="outline-none lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {row && (
            <PathDetail
              key={row.id}
              row={row}
              shown={shown}
              isActive={row.id === activeId}
              onFollow={() => detail.current?.focus()}
              offer={careers.find(({ path }) => path.id === row.id)}
              road={road}
              locale={locale}
            />
          )}
        </div>
        <div className="lg:col-start-1">
          <Part title={t.pace}>
            <PaceControl lessons={road.lessons} locale={locale} />
          </Part>
        </div>
      </div>
      <section className="mt-4 border-t border-line pt-5">
        <h2 className="text-lg font-semibold">{t.careers}</h2>
        <p className="mt-1 mb-4 text-sm text-soft">{t.careersText}</p>
        <CareerList careers={careers} paths={paths} road={road} locale={locale} />
      </section>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mb-8 border-t border-line pt-5">
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
