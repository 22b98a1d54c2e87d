/** The Site for pages: built once, and anew whenever a content file has changed (so that `npm run dev` shows edits on save). */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Content, readContent } from './build-site';
import { ContentError } from './problems';
import type { Lesson, Site } from './site-types';

let cached: { readonly stamp: string; readonly content: Content } | null = null;

const folders = ['content', 'components/labs'];

function stampOf(root: string): string {
  const parts: string[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true })) {
      if (/\.(mdx|yaml|json|py|svg)$/.test(String(name)))
        parts.push(`${name}:${statSync(path.join(root, folder, String(name))).mtimeMs}`);
    }
  }
  return parts.join();
}

export function getContent(): Content {
  const root = process.cwd();
  const watching = process.env.NODE_ENV !== 'production';
  const stamp = watching || !cached ? stampOf(root) : cached.stamp;
  if (cached?.stamp !== stamp) {
    const content = readContent(root);
    // A page under work must not take the others down: in development the problems are printed and the rest is shown.
    if (!watching) content.problems.throwIfAny();
    else if (content.problems.list.length > 0)
      process.stderr.write(`${new ContentError(content.problems.list).message}\n`);
    cached = { stamp, content };
  }
  return cached.content;
}

export function getSite(): Site {
  return getContent().site;
}

/** Throws when there is no such lesson: callers get their slugs from the Site. */
export function getLesson(slug: string): Lesson {
  const lesson = getSite().lessons.find((item) => item.slug === slug);
  if (!lesson) throw new Error(`No lesson "${slug}"`);
  return lesson;
}
