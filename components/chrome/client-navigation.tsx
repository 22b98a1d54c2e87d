/**
 * Links are links: plain `<a>` everywhere. This one island turns a click on one that stays inside the site into a client
 * navigation. The next lesson is fetched ahead, any other page when its link is pressed: fetching on hover would preload styles
 * that may never be used, which browsers rightly complain of. Next's own Link costs three times the bytes on every page.
 */
'use client';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { basePath } from '@/lib/i18n/routes';

/** Route of a link that stays inside the site, without the base path; null for all others. */
export function routeOf(link: HTMLAnchorElement, here: Location): string | null {
  if (link.target || link.download || link.hreflang || link.origin !== here.origin) return null;
  if (!link.pathname.startsWith(`${basePath}/`) || !link.pathname.endsWith('/')) return null;
  // A jump within the page is the browser's.
  if (link.pathname === here.pathname && link.search === here.search && link.hash) return null;
  return link.pathname.slice(basePath.length) + link.search + link.hash;
}

const closestLink = (event: Event) => (event.target instanceof Element ? event.target.closest('a') : null);

export function ClientNavigation() {
  const router = useRouter();
  const path = usePathname();

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = closestLink(event);
      const route = link && routeOf(link, window.location);
      if (!route) return;
      event.preventDefault();
      router.push(route);
    };
    const prepare = (event: Event) => {
      const link = closestLink(event);
      const route = link && routeOf(link, window.location);
      if (route) router.prefetch(route);
    };
    document.addEventListener('click', follow);
    document.addEventListener('pointerdown', prepare, { passive: true });
    return () => {
      document.removeEventListener('click', follow);
      document.removeEventListener('pointerdown', prepare);
    };
  }, [router]);

  // Escape hides an open definition without moving the pointer (WCAG 1.4.13); the next move brings definitions back.
  useEffect(() => {
    const { classList } = document.documentElement;
    document.addEventListener('keydown', ({ key }) => classList.toggle('tips-off', key === 'Escape'));
    document.addEventListener('pointermove', () => classList.remove('tips-off'), { passive: true });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page has a new next one
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = document.querySelector<HTMLAnchorElement>('a[rel="next"]');
      const route = next && routeOf(next, window.location);
      if (route) router.prefetch(route);
    }, 1500);
    return () => clearTimeout(timer);
  }, [router, path]);

  return null;
}
