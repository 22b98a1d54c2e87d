/** A concept in the text: link to its place on the map, definition on hover and focus. */

import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly id: string; readonly site: Site; readonly locale: Locale; readonly children?: ReactNode };

export function Term({ id, site, locale, children }: Props) {
  const concept = site.concepts.find((item) => item.id === id);
  if (!concept) throw new Error(`No concept "${id}"`);
  return (
    <span className="term">
      <SiteLink href={routes.concept(locale, id)}>{children}</SiteLink>
      <span role="tooltip" className="term-tip">
        {concept.definition[locale]}
      </span>
    </span>
  );
}
