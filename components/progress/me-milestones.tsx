/** How far the milestones are: work to be shown, apart from lessons and not part of their percentage. */
import { MilestoneTally } from '@/components/milestone/milestone-tally';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import type { MeMilestone } from './me-data';

type Props = { readonly milestones: readonly MeMilestone[]; readonly locale: Locale };

export function MeMilestones({ milestones, locale }: Props) {
  return (
    <ul className="grid grid-cols-1 gap-3">
      {milestones.map(({ stage, title, href, keys }) => (
        <li key={stage} data-stage={stage}>
          <SiteLink href={href} className="text-accent hover:underline">
            {title}
          </SiteLink>
          <p className="text-sm tabular-nums">
            <MilestoneTally keys={keys} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  );
}
