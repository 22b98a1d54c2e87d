/** What the mentor must know of this draft: where it comes from, that it is kept or not, that somebody else changed it too. */
'use client';
import { languageTag } from '@/lib/i18n/locale';
import { editOf, hasChanged } from '@/lib/paths/draft';
import type { Opening } from '@/lib/paths/draft-opening';
import { findDraft } from '@/lib/paths/draft-storage';
import { browserBackend } from '@/lib/progress/storage';
import { type Desk, momentWords } from './desk';
import type { DraftNews, Keeping } from './use-draft';
import type { Saving } from './use-save';

type Props = {
  readonly desk: Desk;
  readonly opening: Opening;
  readonly news: DraftNews | null;
  readonly keeping: Keeping;
  readonly saving: Saving;
  readonly on: { readonly open: (opening: Opening) => void; readonly discard: () => void };
};

const plain = 'flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-l-2 py-1 pl-4 text-sm text-soft';
const urgent = 'flex flex-wrap items-center gap-x-4 gap-y-2 border-warn border-l-2 bg-warn-wash px-4 py-3 text-sm';

export function DraftNotices({ desk, opening, news, keeping, saving, on }: Props) {
  const { t, locale, draft } = desk;
  const { elsewhere } = saving;
  const origin = {
    new: '',
    kept: opening.seen === undefined ? '' : t.notice.kept(momentWords(languageTag[locale], opening.seen)),
    edit: '',
    copy: t.notice.copy,
    'not-own': t.notice.notOwn,
  }[opening.origin];
  const openOther = (id: string) => {
    const kept = findDraft(browserBackend, id);
    if (kept) on.open({ draft: kept.draft, origin: 'kept', seen: kept.changed });
  };
  return (
    <div className="mt-5 grid max-w-3xl gap-3 empty:hidden" data-editor="notices">
      {origin !== '' && draft.id === opening.draft.id && saving.isOpen && (
        <div className={plain}>
          <p>{origin}</p>
          {opening.origin === 'kept' && hasChanged(draft) && (
            <button type="button" className="button" onClick={on.discard}>
              {draft.base === null ? t.finish.discard : t.finish.discardEdit}
            </button>
          )}
        </div>
      )}
      {draft.base !== null && <p className={plain}>{t.notice.edit(draft.base.version, draft.base.version + 1)}</p>}
      {saving.outcome === 'only-memory' && (
        <p role="alert" className={urgent}>
          {t.finish.onlyMemory}
        </p>
      )}
      {keeping === 'not-kept' && (
        <p role="alert" className={urgent}>
          {t.notice.notKept}
        </p>
      )}
      {elsewhere && (
        <div role="alert" className={urgent}>
          <p className="flex-1 basis-64">{t.notice.changedElsewhere(elsewhere.version)}</p>
          <button type="button" className="button" onClick={() => saving.save(elsewhere)}>
            {t.notice.keepMine(elsewhere.version + 1)}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => on.open({ draft: editOf(elsewhere), origin: 'edit' })}
          >
            {t.notice.takeTheirs}
          </button>
        </div>
      )}
      {news?.kind === 'split' && (
        <div role="alert" className={urgent}>
          <p className="flex-1 basis-64">{t.notice.split}</p>
          <button type="button" className="button" onClick={() => openOther(news.other)}>
            {t.notice.openOther}
          </button>
        </div>
      )}
      {news?.kind === 'follows' && (
        <p role="status" className={plain}>
          {t.notice.follows}
        </p>
      )}
    </div>
  );
}
