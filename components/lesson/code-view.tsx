/** The real code behind a lab's numbers and the line it is tested against, highlighted at build time. */
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { highlight } from '@/lib/content/mdx/rehype-code.mjs';

type Props = { readonly source: { readonly file: string; readonly text: string }; readonly pytorch: string };

async function Highlighted({
  code,
  lang,
  title,
}: {
  readonly code: string;
  readonly lang: string;
  readonly title: string;
}) {
  const children = await highlight(code, lang);
  return (
    <figure className="code">
      <figcaption>
        <span>{title}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a region that scrolls must take focus */}
      <pre tabIndex={0}>
        <code>{toJsxRuntime({ type: 'root', children }, { Fragment, jsx, jsxs })}</code>
      </pre>
    </figure>
  );
}

export function CodeView({ source, pytorch }: Props) {
  return (
    <>
      <Highlighted code={source.text} lang="typescript" title={source.file} />
      <Highlighted code={pytorch.trim()} lang="python" title="Python" />
    </>
  );
}
