/** One file out, one file in, and what could not be read. Loaded by `me/` only. */
'use client';
import { useEffect, useState } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import type { StoredModel } from '@/lib/checkpoints/store';
import { formatBytes } from '@/lib/format-number';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { joinSentences } from '@/lib/i18n/sentences';
import { forgetsUnvisited, isBackupDue, lastBackup } from '@/lib/progress/backup';
import { downloadBackup } from './download-backup';
import { formatDay } from './format-day';
import type { MeTarget } from './me-data';
import { MeImport } from './me-import';
import { meStrings } from './me-strings';
import { MeUnreadable } from './me-unreadable';
import { listStoredModels, modelBytes } from './stored-models';
import { useProgress } from './use-progress';

export function MeBackup({ lessons, locale }: { readonly lessons: readonly MeTarget[]; readonly locale: Locale }) {
  const t = meStrings[locale];
  const last = useProgress(({ records }) => lastBackup(records));
  const [now] = useState(Date.now);
  const isDue = useProgress(({ records }) => isBackupDue(records, now));
  const { models, isForgetful } = useBrowserFacts();
  const [withModels, setWithModels] = useState(true);
  const [message, setMessage] = useState('');

  async function download() {
    const left = await downloadBackup(withModels ? models : []);
    setMessage(left > 0 ? t.exportedWithout(left) : t.exported);
  }

  return (
    <div className="grid grid-cols-1 gap-4">
      <p className={isDue ? 'border-s-2 border-warn bg-warn-wash py-2 ps-3 pe-2' : 'text-sm text-soft'}>
        {joinSentences(locale, [isDue ? t.backupDue : t.backupHint, isForgetful && t.sevenDays])}
      </p>
      {models.length > 0 && (
        <label className="flex min-h-9 items-center gap-2 text-sm">
          <input type="checkbox" checked={withModels} onChange={(event) => setWithModels(event.target.checked)} />
          {t.withModels(models.length, formatBytes(modelBytes(models)))}
        </label>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <button type="button" className={`button ${isDue ? 'button-primary' : ''}`} onClick={download}>
          {t.export}
        </button>
        <MeImport lessons={lessons} locale={locale} />
        <p className="basis-full text-sm text-faint">
          {last === undefined ? t.never : t.lastBackup(formatDay(last, languageTag[locale]))}
          {locale === 'zh' ? '' : ' '}
          <span role="status">{message}</span>
        </p>
      </div>
      <ul className="text-sm">
        <li>
          <SiteLink href={routes.handOver(locale)} className="inline-block py-1 underline underline-offset-4">
            {t.toHandOver}
          </SiteLink>
        </li>
        <li>
          <SiteLink href={routes.stored(locale)} className="inline-block py-1 underline underline-offset-4">
            {t.toStored}
          </SiteLink>
        </li>
      </ul>
      <MeUnreadable locale={locale} />
    </div>
  );
}

/** What is known only in the browser: the learner's models, and whether Safari's seven-day rule applies. */
function useBrowserFacts() {
  const [facts, setFacts] = useState({ models: [] as readonly StoredModel[], isForgetful: false });
  useEffect(() => {
    const isForgetful = forgetsUnvisited(navigator.vendor, matchMedia('(display-mode: standalone)').matches);
    setFacts((known) => ({ ...known, isForgetful }));
    let isCurrent = true;
    listStoredModels().then((models) => isCurrent && setFacts({ models, isForgetful }));
    return () => {
      isCurrent = false;
    };
  }, []);
  return facts;
}
