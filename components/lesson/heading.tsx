/** Section headings that can be linked to. */
import type { ReactNode } from 'react';
import type { LessonStrings } from './strings';

export function headingOf(Tag: 'h2' | 'h3', t: LessonStrings) {
  return function Heading({ id, children }: { readonly id?: string; readonly children?: ReactNode }) {
    const text = typeof children === 'string' ? children : '';
    return (
      <Tag id={id}>
        {children}
        {id && (
          <a className="anchor" href={`#${id}`} aria-label={t.anchor(text || id)}>
            #
          </a>
        )}
      </Tag>
    );
  };
}
