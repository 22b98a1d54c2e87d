/** The pages that open without a network, as links. */
'use client';
import { SiteLink } from '@/components/ui/site-link';
import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { DownloadState } from '@/lib/offline/downloads';
import { pagesHere } from '@/lib/offline/wanted';
import type { Named, OfflineRoad } from './offline-road';
import { strings } from './strings';

type Props = { readonly locale: Locale; readonly road: OfflineRoad; readonly state: DownloadState };

export function HereNow({ locale, road, state }: Props) {
  const t = strings[locale];
  if (!state.device) return null;
  const here = new Set(pagesHere(state.device.index, state.stored));
  const isHere = ({ href }: Named) => here.has(href);
  const lessons = road.lessons.filter(isHere);
  const mains = t.mainPages.map(([room, title]) => ({ href: routes[room](locale), title })).filter(isHere);
  const other = otherLocale(locale);
  const others = [...here].filter((page) => page.startsWith(`/${other}/learn/`)).length;
  return (
    <div className="grid grid-cols-1 gap-5">
      {road.stages.map(({ id, title }) => {
        const ofStage = lessons.filter(({ stage }) => stage === id);
        return (
          ofStage.length > 0 && (
            <div key={id} data-stage={id}>
              <h3 className="text-sm font-medium text-accent">{title}</h3>
              <Links pages={ofStage} />
            </div>
          )
        );
      })}
      {lessons.length === 0 && <p className="text-soft">{t.hereNone}</p>}
      <Folded title={t.labs} pages={road.labs.filter(isHere)} />
      <Folded title={t.concepts} pages={road.concepts.filter(isHere)} />
      <p className="flex flex-wrap gap-x-4 text-sm">
        {mains.map(({ href, title }) => (
          <SiteLink key={href} href={href} className="inline-block py-1 text-accent hover:underline">
            {title}
          </SiteLink>
        ))}
        {others > 0 && (
          <SiteLink href={routes.offline(other)} className="quiet-link inline-block py-1">
            {t.otherLanguage(others)}
          </SiteLink>
        )}
      </p>
    </div>
  );
}

function Links({ pages }: { readonly pages: readonly Named[] }) {
  return (
    <ul>
      {pages.map(({ href, title }) => (
        <li key={href}>
          <SiteLink href={href} className="inline-block py-1 text-ink hover:underline">
            {title}
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}

function Folded({ title, pages }: { readonly title: string; readonly pages: readonly Named[] }) {
  if (pages.length === 0) return null;
  return (
    <details>
      <summary className="py-1 text-sm text-soft">
        {title} <span className="tabular-nums text-faint">{pages.length}</span>
      </summary>
      <Links pages={pages} />
    </details>
  );
}
