/** All paths by name, the whole road first. The one that is followed is marked; pressing one shows it. */
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';
import { pathHash } from './use-paths';

/** `id` is empty for the whole road. */
export type PathRow = {
  readonly id: string;
  readonly title: string;
  readonly kind: 'road' | 'own' | 'career' | 'shared';
};

type Props = {
  readonly rows: readonly PathRow[];
  readonly shown: string;
  readonly active: string;
  readonly locale: Locale;
};

export function PathList({ rows, shown, active, locale }: Props) {
  const t = strings[locale];
  return (
    <ul className="grid grid-cols-1">
      {rows.map(({ id, title }) => (
        <li key={id} data-path={id || 'road'} className="border-line not-last:border-b">
          <a
            href={pathHash(id)}
            aria-current={id === shown ? 'true' : undefined}
            className={`flex min-h-9 items-baseline justify-between gap-4 border-s-2 py-1.5 ps-3 hover:underline ${
              id === shown ? 'border-accent font-medium' : 'border-transparent'
            }`}
          >
            <bdi className="min-w-0">{title}</bdi>
            {id === active && (
              <span className="shrink-0 text-sm text-accent" data-active="true">
                ● {t.active}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
