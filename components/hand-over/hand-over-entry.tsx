/** The static frame of the hand-over page: what it does and how, readable before any script. */
import '@/components/ui/rooms.css';
import { SiteLink } from '@/components/ui/site-link';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { PageCode } from './page-code';
import { ReceivePanel } from './receive-panel';
import { SendPanel } from './send-panel';
import { strings } from './strings';

export function HandOverEntry({ locale, site }: { readonly locale: Locale; readonly site: Pick<Site, 'lessons'> }) {
  const t = strings[locale];
  const lessons = site.lessons.map(({ id }) => ({ id }));
  return (
    <main id="content" className="page room">
      <p className="crumbs">
        <SiteLink href={routes.me(locale)} className="quiet-link">
          {t.back}
        </SiteLink>
      </p>
      <h1 className="mb-1 text-3xl font-semibold">{t.title}</h1>
      <p className="max-w-2xl text-soft">{t.lead}</p>
      <noscript>
        <p className="mt-4 border-s-2 border-warn bg-warn-wash px-4 py-3">{t.noScript}</p>
      </noscript>
      <ol className="mt-4 max-w-2xl list-decimal ps-5">
        {t.steps.map((step) => (
          <li key={step} className="py-1">
            {step}
          </li>
        ))}
      </ol>
      <p className="mt-2 max-w-2xl text-sm text-soft">{t.camera}</p>
      <PageCode locale={locale} />
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="from" className="min-w-0 border-t border-line pt-5">
          <h2 id="from" className="text-xl font-semibold">
            {t.from}
          </h2>
          <SendPanel locale={locale} />
        </section>
        <section aria-labelledby="to" className="min-w-0 border-t border-line pt-5">
          <h2 id="to" className="text-xl font-semibold">
            {t.to}
          </h2>
          <ReceivePanel locale={locale} lessons={lessons} />
        </section>
      </div>
    </main>
  );
}
