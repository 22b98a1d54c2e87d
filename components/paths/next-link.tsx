/** Which lesson comes next on the active path, with a link to it; when none is open, that, with a link to the paths. */
'use client';
import { useProgress } from '@/components/progress/use-progress';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { lensIds } from '@/lib/paths/lens';
import { nextOnPath } from '@/lib/paths/next-on-path';
import { type PathRoad, pathTitle } from '@/lib/paths/road';
import { nextStrings } from './next-strings';
import { useRoad } from './use-road';
import { useFollowed } from './use-situation';

type Props = { readonly lesson: number; readonly locale: Locale };

export function NextLink({ lesson, locale }: Props) {
  const road = useRoad(locale);
  return road && <KnownRoad road={road} lesson={lesson} locale={locale} />;
}

function KnownRoad({ road, lesson, locale }: Props & { readonly road: PathRoad }) {
  const t = nextStrings[locale];
  const records = useProgress((state) => state.records);
  const { owned, lens } = useFollowed(road);
  if (!owned || lens.lessons.length === 0) return null;
  const title = pathTitle(owned.path, road.names) || t.untitled;
  const next = nextOnPath(records, lesson, lensIds(lens));
  const target = road.lessons.find(({ id }) => id === next);
  if (!target) {
    return (
      <SiteLink href={routes.paths(locale)} className="lesson-next" data-next-in-path="end">
        <span className="kicker">{t.end(title)}</span>
        <span>{t.toPaths}</span>
      </SiteLink>
    );
  }
  const place = road.lessons.findIndex(({ id }) => id === lesson);
  if (road.lessons[place + 1]?.id === next) {
    return (
      <p className="lesson-next kicker" data-next-in-path={next}>
        {t.also(title)}
      </p>
    );
  }
  return (
    <SiteLink href={target.href} data-stage={target.stage} className="lesson-next" data-next-in-path={next}>
      <span className="kicker">{t.next(title)}</span>
      <span>{target.title}</span>
    </SiteLink>
  );
}
