/** The handler's Python, with the lines that matter to the panel marked. */
import type { HandlerKind } from '@/lib/sim/server';
import type { Signature } from './endpoint';
import { handlerCode } from './handler-code';

type Props = { readonly signature: Signature; readonly handler: HandlerKind; readonly panel: 'contract' | 'load' };

export function HandlerListing({ signature, handler, panel }: Props) {
  return (
    <pre className="rounded-md bg-sunken p-3 font-mono text-sm leading-6 whitespace-pre-wrap wrap-anywhere">
      {handlerCode(signature, handler).map(({ text, mark }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a listing's line is known by its place
        <code key={i} className="block min-h-6">
          {text.slice(0, text.length - text.trimStart().length)}
          {mark === panel ? (
            <mark className="rounded-sm bg-accent-wash text-ink">{text.trimStart()}</mark>
          ) : (
            text.trimStart()
          )}
        </code>
      ))}
    </pre>
  );
}
