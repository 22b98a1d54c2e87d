/**
 * Addresses that carry a code. After `#` no server sees it; `?p=` survives messengers that drop fragments (WeChat, QQ),
 * but stands in the host's access log. A reader tries the fragment first, then the query.
 */
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { type DecodeResult, decodeCode } from './decode';

export type SitePlace = {
  /** `https://example.org`, without a slash at the end. */
  readonly origin: string;
  /** `''` or `/folder`. */
  readonly basePath: string;
  readonly locale: Locale;
};

export function sharePage({ origin, basePath, locale }: SitePlace): string {
  return `${origin}${basePath}${routes.share(locale)}`;
}

export function shareLink(place: SitePlace, code: string): string {
  return `${sharePage(place)}#${code}`;
}

export function messengerLink(place: SitePlace, code: string): string {
  return `${sharePage(place)}?p=${code}`;
}

/** What an address carries: the fragment when it holds a readable code, else the query, else the better reason. */
export function decodeAddress({ hash, search }: { readonly hash: string; readonly search: string }): DecodeResult {
  const fragment = decodeCode(hash.replace(/^#/, ''));
  if (fragment.ok) return fragment;
  const query = decodeCode(search.replace(/^\?/, ''));
  if (query.ok) return query;
  const tellsNothing = fragment.reason === 'empty' || fragment.reason === 'not-a-code';
  if (!tellsNothing) return fragment;
  // A query without `p=` is somebody's tracking parameter, not a broken code.
  const isAboutCodes = /(^\?|&)p=/.test(search) || (query.reason !== 'empty' && query.reason !== 'not-a-code');
  return isAboutCodes ? query : fragment;
}
