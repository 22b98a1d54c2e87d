import type { Heading } from '@/lib/content/site-types';

export function Contents({ headings, label }: { readonly headings: readonly Heading[]; readonly label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="contents">
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a className="quiet-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
