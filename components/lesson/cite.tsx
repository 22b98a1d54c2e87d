/** A citation: the short name in the text, the full title on hover and for screen readers, a link to the source. */
import type { Lesson, Site } from '@/lib/content/site-types';
import type { LessonStrings } from './strings';

type Props = {
  readonly source: string;
  readonly at?: string | undefined;
  readonly site: Site;
  readonly lesson: Lesson;
  readonly t: LessonStrings;
};

export function Cite({ source, at, site, lesson, t }: Props) {
  const found = site.sources.find(({ id }) => id === source);
  if (!found) throw new Error(`${lesson.slug}: no source "${source}"`);
  return (
    <a
      className="cite"
      href={found.url}
      rel="noreferrer"
      title={found.title}
      aria-label={`${t.cite(found.title)}${at ? `, ${at}` : ''}`}
    >
      {shortName(found)}
      {at && ` ${at}`}
    </a>
  );
}

function shortName({ type, id, title }: { type: string; id: string; title: string }): string {
  if (type === 'arxiv') return `arXiv ${id}`;
  return title.length > 40 ? `${title.slice(0, 38).replace(/[\s,:;(]+\S*$/, '')}…` : title;
}
