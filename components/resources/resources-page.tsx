/** A short shelf of books, courses and communities, each with the reason to go there. */
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';

export function ResourcesPage({ site, locale }: { readonly site: Site; readonly locale: Locale }) {
  const t = strings[locale];
  const sources = new Map(site.sources.map((source) => [source.id, source]));
  return (
    <main id="content" className="page grid max-w-4xl gap-10">
      <header>
        <h1 className="page-title">{t.title}</h1>
        <p className="max-w-2xl text-soft">{t.intro}</p>
      </header>
      {site.resources.map((group) => (
        <section key={group.id}>
          <h2 className="mb-1 border-b border-strong pb-2 font-semibold text-soft">{group.title[locale]}</h2>
          <ul>
            {group.items.map((item) => {
              const source = sources.get(item.source);
              return (
                <li key={item.source} id={item.source} className="border-b border-line py-4">
                  <h3 className="font-prose text-lg font-semibold">
                    <a
                      className="underline decoration-accent decoration-1 underline-offset-4"
                      href={source?.url}
                      rel="noreferrer"
                    >
                      {item.title ?? source?.title}
                    </a>
                  </h3>
                  <p className="max-w-2xl text-soft">{item.why[locale]}</p>
                  <p className="kicker tabular-nums">{t.reviewed(item.reviewed)}</p>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </main>
  );
}
