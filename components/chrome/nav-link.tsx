/** A navigation link that says when it is the current place. */
'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link';

type Props = { readonly href: string; readonly exact?: boolean; readonly children: ReactNode };

export function NavLink({ href, exact, children }: Props) {
  const path = usePathname();
  const here = exact ? path === href : path.startsWith(href);
  return (
    <SiteLink href={href} className="quiet-link" aria-current={here ? 'page' : undefined}>
      {children}
    </SiteLink>
  );
}
