/** A real link to the same page in the other language; with JavaScript it also keeps the query and the place. */
'use client';
import { usePathname } from 'next/navigation';
import { type Locale, languageTag, otherLocale } from '@/lib/i18n/locale';
import { swapLocale, withBasePath } from '@/lib/i18n/routes';

type Props = { readonly locale: Locale; readonly label: string };

export function LanguageSwitch({ locale, label }: Props) {
  const to = otherLocale(locale);
  const href = withBasePath(swapLocale(usePathname(), to));
  return (
    <a
      className="quiet-link"
      href={href}
      hrefLang={languageTag[to]}
      lang={languageTag[to]}
      onClick={(event) => {
        const heading = nearestHeading();
        const { search, hash } = window.location;
        event.currentTarget.href = `${href}${search}${heading ? `#${heading}` : hash}`;
      }}
    >
      {label}
    </a>
  );
}

/** Id of the last heading above the middle of the screen: both languages have the same ids. */
function nearestHeading(): string | null {
  const headings = [...document.querySelectorAll<HTMLElement>('article :is(h2, h3)[id]')];
  return headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 2).at(-1)?.id ?? null;
}
