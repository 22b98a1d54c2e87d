/** What stands above the list, or in its place: loading, no index, nothing found, another spelling. Each with a way on. */
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { Answer } from '@/lib/search/answer';
import { strings } from './strings';
import type { IndexState } from './use-index';

type Props = {
  readonly locale: Locale;
  readonly phase: IndexState['phase'];
  readonly query: string;
  readonly answer: Answer;
  /** Options in the list. */
  readonly count: number;
  readonly onRetry: () => void;
};

export function SearchState({ locale, phase, query, answer, count, onRetry }: Props) {
  const t = strings[locale];
  const isAsked = query.trim() !== '';
  if (phase === 'loading') return isAsked ? <p className="search-note">{t.loading}</p> : null;
  if (phase !== 'ready') {
    const isOutdated = phase === 'outdated';
    return (
      <div className="search-note" role="alert">
        <p>{isOutdated ? t.outdated : t.offline}</p>
        <p>{isOutdated ? t.outdatedHint : t.offlineHint}</p>
        <button type="button" className="button" onClick={isOutdated ? () => location.reload() : onRetry}>
          {isOutdated ? t.reload : t.retry}
        </button>
        {!isOutdated && <SiteLink href={routes.offline(locale)}>{t.whatIsHere}</SiteLink>}
      </div>
    );
  }
  if (!isAsked) return null;
  if (count === 0) {
    return (
      <div className="search-note">
        <p>
          {t.nothing} <q>{query.trim()}</q>
        </p>
        <p>{t.nothingHint}</p>
        <nav aria-label={t.title}>
          <SiteLink href={routes.home(locale)}>{t.roadmap}</SiteLink>
          <SiteLink href={routes.map(locale)}>{t.map}</SiteLink>
          <SiteLink href={routes.labs(locale)}>{t.labs}</SiteLink>
        </nav>
      </div>
    );
  }
  return answer.corrected ? (
    <p className="search-note">
      {t.corrected} <strong>{answer.corrected}</strong>
    </p>
  ) : null;
}
