/** Whether the rhythm is shown. Some are carried by it, some only pressed. */
'use client';
import { progress } from '@/components/progress/progress-store';
import { useRecord } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { setPreference } from '@/lib/progress/actions';
import { calendarStrings } from './calendar-strings';

export const streakPreference = 'streak';

export function StreakSwitch({ locale }: { readonly locale: Locale }) {
  const isShown = useRecord('prefs', streakPreference) !== false;
  return (
    <label className="inline-flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        checked={isShown}
        onChange={() => setPreference(progress, streakPreference, isShown ? false : null)}
      />
      {calendarStrings[locale].showRhythm}
    </label>
  );
}
