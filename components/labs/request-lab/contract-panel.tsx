/** One request on the wire beside the handler that reads it. What is marked left must be where the mark right looks. */
import { Controls } from '@/components/labs/frame/controls';
import { core } from './core';
import { HandlerListing } from './handler-listing';
import { strings } from './strings';
import type { ViewProps } from './view';

const REASON = { 200: 'OK', 422: 'Unprocessable Content' } as const;
const heading = 'mb-1 text-sm text-soft';
const well = 'rounded-md bg-sunken p-3 font-mono text-sm leading-6';

export function ContractPanel({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const { request, response, outcome, intended } = result;
  const typed = values.payload === 'fine' || values.payload === 'misnamed' || values.payload === 'broken';
  const good = outcome === 'whole';
  return (
    <>
      <div className="grid gap-4 @2xl:grid-cols-2">
        <div className="min-w-0">
          <h4 className={heading}>{t.sends}</h4>
          <div className={well}>
            <p className="break-all">
              POST <Target target={request.target} />
            </p>
            <p>Host: localhost:8000</p>
            {request.contentType && <p className="break-all">Content-Type: {request.contentType}</p>}
            <p>Content-Length: {request.contentLength}</p>
            {request.body !== '' && (
              <p className="mt-3 wrap-anywhere">
                <mark className="rounded-sm bg-accent-wash text-ink">{elide(request.body, t.characters)}</mark>
              </p>
            )}
          </div>
          <label className="mt-3 grid gap-1 text-sm text-soft">
            {t.textLabel}
            <input
              type="text"
              className="field w-full text-ink"
              maxLength={core.params.text.maxLength}
              value={typed ? values.text : elide(intended, t.characters)}
              readOnly={!typed}
              onChange={(event) => set({ text: event.target.value })}
            />
            {!typed && <span>{t.fixedText}</span>}
          </label>
        </div>
        <div className="min-w-0">
          <h4 className={heading}>{t.handler}</h4>
          <HandlerListing signature={values.signature} handler={values.handler} panel="contract" />
          <p className="mt-2 text-sm text-soft">
            {t.looks[values.signature]} {t.put[values.place]}
          </p>
        </div>
      </div>
      <div>
        <h4 className={heading}>{t.responds}</h4>
        <div
          className={`rounded-md border-l-4 bg-sunken p-3 ${good ? 'border-good' : outcome === 'changed' ? 'border-warn' : 'border-bad'}`}
        >
          <p className="font-mono text-sm font-semibold">
            {response.status} {REASON[response.status]}
          </p>
          <pre className="font-mono text-sm leading-6 whitespace-pre-wrap wrap-anywhere">
            {prettyJson(response.body, t.characters)}
          </pre>
          <p className={`mt-2 text-sm ${good ? 'text-good' : outcome === 'changed' ? 'text-warn' : 'text-bad'}`}>
            {good ? '✓' : outcome === 'changed' ? '!' : '✗'} {t.outcome[outcome]}{' '}
            <span className="text-soft">{explanation(t, result, values.payload)}</span>
          </p>
        </div>
      </div>
      <Controls core={core} names={['signature', 'place', 'payload']} strings={t} values={values} set={set} />
    </>
  );
}

/** The query, if any, is where the text travels. */
function Target({ target }: { readonly target: string }) {
  const [path, query] = target.split('?');
  return (
    <>
      {path}
      {query !== undefined && (
        <mark className="rounded-sm bg-accent-wash text-ink">
          ?{query.length > 120 ? `${query.slice(0, 90)}…` : query}
        </mark>
      )}{' '}
      HTTP/1.1
    </>
  );
}

function explanation(t: (typeof strings)['en'], { response, outcome }: ViewProps['result'], payload: string): string {
  if (response.status === 422) return t.explain[response.body.detail[0]?.type ?? 'missing'] ?? '';
  if (outcome === 'changed') return t.cut(response.body.text);
  return (
    t.explain[payload === 'number' ? 'number' : payload === 'long' || payload === 'empty' ? 'unchecked' : 'whole'] ?? ''
  );
}

function elide(text: string, characters: (n: number) => string): string {
  return text.length > 120 ? `${text.slice(0, 48)}… (${characters([...text].length)})` : text;
}

function prettyJson(body: unknown, characters: (n: number) => string): string {
  const short = (_: string, value: unknown) => (typeof value === 'string' ? elide(value, characters) : value);
  // A location reads best on one line: ["body", "text"].
  return JSON.stringify(body, short, 2).replace(/\[\s+("[^[\]{}]*?|\d+)\s+\]/g, (list) =>
    list
      .replace(/\s*\n\s*/g, ' ')
      .replace('[ ', '[')
      .replace(' ]', ']'),
  );
}
