/**
 * The request a client sends, to the byte: request line, headers, body.
 * Query strings are written as Python's `urllib.parse.quote_plus` writes them, JSON as `json.dumps(ensure_ascii=False)`.
 */
export type Place = 'query' | 'json' | 'curl';
export type Payload = 'fine' | 'misnamed' | 'number' | 'empty' | 'long' | 'broken';
export type HttpRequest = {
  /** Path and query of the request line. */
  readonly target: string;
  readonly contentType: string | null;
  readonly body: string;
  /** Bytes of the body in UTF-8. */
  readonly contentLength: number;
};

/** 50 times "great ", 300 characters: over the limit of 280 that the Pydantic model sets. */
export const LONG_TEXT = 'great '.repeat(50);

/** The text the client means to send. */
export function intendedText(payload: Payload, text: string): string {
  if (payload === 'number') return '42';
  if (payload === 'empty') return '';
  if (payload === 'long') return LONG_TEXT;
  return wellFormed(text);
}

export function buildRequest(place: Place, payload: Payload, typed: string): HttpRequest {
  const field = payload === 'misnamed' ? 'inputs' : 'text';
  const text = intendedText(payload, typed);
  if (place === 'query') {
    const encoded = quotePlus(text);
    // The classic slip: a query glued together by hand, in which `&` starts the next parameter.
    const value = payload === 'broken' ? encoded.replaceAll('%26', '&') : encoded;
    return { target: `/predict?${field}=${value}`, contentType: null, body: '', contentLength: 0 };
  }
  const body =
    payload === 'broken'
      ? `{'text': '${text}'}`
      : `{"${field}": ${payload === 'number' ? '42' : JSON.stringify(text)}}`;
  return {
    target: '/predict',
    // What `curl -d` announces unless it is told otherwise with -H.
    contentType: place === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    body,
    contentLength: new TextEncoder().encode(body).length,
  };
}

function quotePlus(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** A text cut at a length can end in half an emoji, which no encoder accepts. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
