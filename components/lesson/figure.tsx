/** A drawing of the lesson's folder, inlined so that it takes the page's ink; the caption stands below. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReactNode } from 'react';
import type { Lesson } from '@/lib/content/site-types';

type Props = { readonly src: string; readonly alt: string; readonly lesson: Lesson; readonly children?: ReactNode };

export function Figure({ src, alt, lesson, children }: Props) {
  const svg = readFileSync(path.join(process.cwd(), 'content', lesson.stage, lesson.slug, src), 'utf8');
  return (
    <figure className="figure">
      <div
        role="img"
        aria-label={alt}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a drawing of this repository, read at build time
        dangerouslySetInnerHTML={{ __html: svg.replace(/<\?xml[^>]*>|<!--[\s\S]*?-->/g, '') }}
      />
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
