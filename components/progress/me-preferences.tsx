/** Preferences that are not made elsewhere: the theme, whether the rhythm is shown. The language has its switch in the header. */
'use client';
import { StreakSwitch } from '@/components/paths/streak-switch';
import type { Locale } from '@/lib/i18n/locale';
import { chooseTheme, themes } from './theme';
import { themeStrings } from './theme-strings';
import { useTheme } from './theme-toggle';

export function MePreferences({ locale }: { readonly locale: Locale }) {
  const theme = useTheme();
  return (
    <div className="grid grid-cols-1 gap-3">
      <fieldset>
        <legend className="mb-2 text-sm text-soft">{themeStrings[locale].theme}</legend>
        <div className="flex flex-wrap gap-x-5">
          {themes.map((option) => (
            <label key={option} className="inline-flex min-h-9 items-center gap-2">
              <input type="radio" name="theme" checked={theme === option} onChange={() => chooseTheme(option)} />
              {themeStrings[locale][option]}
            </label>
          ))}
        </div>
      </fieldset>
      <StreakSwitch locale={locale} />
    </div>
  );
}
