/** Code with its title and a copy button; long lines scroll inside. Highlighting happened at build time. */
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { LessonStrings } from './strings';

type Props = {
  readonly t: LessonStrings;
  readonly lang?: string;
  readonly title?: string;
  readonly needs?: string;
  readonly children?: ReactNode;
};

export function CodeBlock({ t, lang, title, needs, children }: Props) {
  return (
    <figure className="code">
      <figcaption>
        <span>{title || lang}</span>
        {needs && <span className="code-needs">{t.needs[needs] ?? needs}</span>}
        <CopyButton label={t.copy} done={t.copied} description={t.copyCode(title ?? '')} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a region that scrolls must take focus */}
      <pre tabIndex={0}>{children}</pre>
    </figure>
  );
}
