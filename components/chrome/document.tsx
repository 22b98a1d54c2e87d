/** `<html>` and `<body>`, with the two lines of script that must run before the first paint. */
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { type Locale, languageTag } from '@/lib/i18n/locale';

/** Marks that scripts run (CSS then hides what they will reveal) and applies a chosen theme before anything is drawn. */
const beforePaint =
  "(function(d){d.classList.add('js');try{var t=localStorage.getItem('layerwise:theme');if(t==='light'||t==='dark')d.dataset.theme=t}catch(e){}})(document.documentElement)";

const proseFace = new URL('../ui/fonts/source-serif-4-latin.woff2', import.meta.url);

export function Document({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  if (locale === 'en') preload(proseFace.pathname, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang={languageTag[locale]} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, hashed by the content security policy */}
        <script dangerouslySetInnerHTML={{ __html: beforePaint }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
