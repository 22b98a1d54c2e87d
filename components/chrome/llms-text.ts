/** `/llms.txt` (llmstxt.org): what the site is and where its lessons are, for programs that read text. */
import type { Site } from '@/lib/content/site-types';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { siteUrl } from './site-metadata';
import { strings } from './strings';

export function llmsText(site: Site): string {
  const link = (route: string) => `${siteUrl}${withBasePath(route)}`;
  const lessons = site.stages.flatMap((stage) => {
    const own = site.lessons.filter((lesson) => lesson.stage === stage.id);
    if (own.length === 0) return [];
    const lines = own.map((lesson) => {
      const en = link(routes.lesson('en', lesson.stage, lesson.slug));
      const zh = link(routes.lesson('zh', lesson.stage, lesson.slug));
      return `- [${lesson.title.en}](${en}): ${lesson.summary.en} ([${lesson.title.zh}](${zh}))`;
    });
    return [`## ${stage.title.en} · ${stage.title.zh}`, '', ...lines, ''];
  });
  return [
    `# ${strings.en.brand} (${strings.zh.brand})`,
    '',
    `> ${strings.en.tagline}. ${strings.zh.tagline}。`,
    '',
    ...lessons,
    '## Data',
    '',
    `- [The whole roadmap as JSON](${link('/roadmap.json')})`,
    '',
  ].join('\n');
}
