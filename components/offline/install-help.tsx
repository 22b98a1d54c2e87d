/** A button where the browser has one to offer, the way by hand where it has not. */
'use client';
import { useStore } from 'zustand/react';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Locale } from '@/lib/i18n/locale';
import { installPrompt } from './install-prompt';
import { installStrings } from './install-strings';
import { installWay, installWays } from './install-way';

export function InstallHelp({ locale }: { readonly locale: Locale }) {
  const t = installStrings[locale];
  const offer = useStore(installPrompt, (state) => state.offer);
  const isAlive = useHydrated();
  if (isAlive && matchMedia('(display-mode: standalone)').matches) return <p className="text-sm">{t.installed}</p>;
  const own = isAlive ? installWay(navigator) : null;
  const others = installWays.filter((way) => way !== own);
  return (
    <div className="grid grid-cols-1 gap-3 text-sm">
      {offer && (
        <button
          type="button"
          className="button button-primary justify-self-start"
          onClick={() => {
            installPrompt.setState({ offer: null });
            void offer.prompt();
          }}
        >
          {t.install}
        </button>
      )}
      {own && !offer && <p>{t.ways[own]}</p>}
      <details open={!own}>
        <summary className="py-1 text-soft">{t.others}</summary>
        <ul className="mt-1 grid grid-cols-1 gap-2">
          {others.map((way) => (
            <li key={way}>{t.ways[way]}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
