import type { MDXComponents } from 'mdx/types';

/** Next asks for this file at the root. Lessons get their vocabulary as props: see components/lesson/vocabulary.tsx. */
export function useMDXComponents(): MDXComponents {
  return {};
}
