/** Every address inside the site, without the base path (Next's Link adds it; plain `<a>` uses `withBasePath`). */
import type { Locale } from './locale';

export const routes = {
  home: (locale: Locale) => `/${locale}/`,
  lesson: (locale: Locale, stage: string, slug: string) => `/${locale}/learn/${stage}/${slug}/`,
  stage: (locale: Locale, stage: string) => `/${locale}/stages/${stage}/`,
  placement: (locale: Locale, stage: string) => `/${locale}/stages/${stage}/placement/`,
  map: (locale: Locale) => `/${locale}/map/`,
  concept: (locale: Locale, id: string) => `/${locale}/concepts/${id}/`,
  labs: (locale: Locale) => `/${locale}/labs/`,
  lab: (locale: Locale, id: string) => `/${locale}/labs/${id}/`,
  share: (locale: Locale) => `/${locale}/share/`,
  me: (locale: Locale) => `/${locale}/me/`,
  handOver: (locale: Locale) => `/${locale}/me/hand-over/`,
  stored: (locale: Locale) => `/${locale}/me/stored/`,
  paths: (locale: Locale) => `/${locale}/paths/`,
  newPath: (locale: Locale) => `/${locale}/paths/new/`,
  cohort: (locale: Locale) => `/${locale}/cohort/`,
  offline: (locale: Locale) => `/${locale}/offline/`,
  resources: (locale: Locale) => `/${locale}/resources/`,
} as const;

/** The path of a site that lives under a folder, such as `/layerwise`; empty at a domain's root. */
export const basePath = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

export function withBasePath(path: string): string {
  return `${basePath}${path}`;
}

/** The same page in the other language: only the first segment changes. Keeps what it does not understand. */
export function swapLocale(pathname: string, to: Locale): string {
  const bare = basePath && pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname;
  return bare.replace(/^\/(zh|en)(?=\/|$)/, `/${to}`);
}
