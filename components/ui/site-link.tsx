/** A link to a route of the site; adds the base path. components/chrome/client-navigation.tsx makes it quick. */
import type { AnchorHTMLAttributes } from 'react';
import { withBasePath } from '@/lib/i18n/routes';

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

export function SiteLink({ href, ...rest }: Props) {
  return <a href={withBasePath(href)} {...rest} />;
}
