/** Two ways to begin a stage other than with its first lesson: by finding out what to skip, and by taking it along. */
import { SiteLink } from '@/components/ui/site-link';
import type { Placement } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { stageStrings } from './stage-strings';

type Props = { readonly stage: string; readonly placement: Placement | undefined; readonly locale: Locale };

export function StageDoors({ stage, placement, locale }: Props) {
  const t = stageStrings[locale];
  return (
    <div className="stage-doors">
      {placement && (
        <section>
          <h2>{t.placement}</h2>
          <p>{placement.summary[locale]}</p>
          <SiteLink className="button" href={routes.placement(locale, stage)}>
            {t.toPlacement}
          </SiteLink>
        </section>
      )}
      <section>
        <h2>{t.offline}</h2>
        <p>{t.offlineText}</p>
        <SiteLink className="button" href={routes.offline(locale)}>
          {t.toOffline}
        </SiteLink>
      </section>
    </div>
  );
}
