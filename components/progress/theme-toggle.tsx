/** Light, dark or as the system, from a small mark in the header: the platform's own menu laid over an icon. */
'use client';
import { useEffect } from 'react';
import { applyTheme, chooseTheme, type Theme, themeOf, themes } from './theme';
import type { ThemeStrings } from './theme-strings';
import { useProgress } from './use-progress';

export function ThemeToggle({ t }: { readonly t: ThemeStrings }) {
  const theme = useTheme();
  return (
    <span className="relative inline-flex size-9 items-center justify-center rounded-sm text-soft hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <svg
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        {icons[theme]}
      </svg>
      <select
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
        aria-label={t.theme}
        value={theme}
        onChange={(event) => chooseTheme(event.target.value as Theme)}
      >
        {themes.map((option) => (
          <option key={option} value={option} className="bg-raised text-ink">
            {t[option]}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The chosen theme, kept applied to the page: chosen here, in another tab, or brought by an import. */
export function useTheme(): Theme {
  const theme = useProgress(({ records }) => themeOf(records));
  const loaded = useProgress((state) => state.loaded);
  useEffect(() => {
    if (loaded) applyTheme(theme);
  }, [theme, loaded]);
  return theme;
}

const sun =
  'M9 1.5v1.7M9 14.8v1.7M1.5 9h1.7M14.8 9h1.7M3.7 3.7l1.2 1.2M13.1 13.1l1.2 1.2M3.7 14.3l1.2-1.2M13.1 4.9l1.2-1.2';
const icons = {
  system: (
    <>
      <circle cx="9" cy="9" r="6.75" />
      <path d="M9 2.25a6.75 6.75 0 0 1 0 13.5z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="9" cy="9" r="3.25" />
      <path d={sun} strokeLinecap="round" />
    </>
  ),
  dark: <path d="M15 11.2A6.5 6.5 0 0 1 6.8 3a6.5 6.5 0 1 0 8.2 8.2z" strokeLinejoin="round" />,
};
