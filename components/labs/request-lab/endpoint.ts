/**
 * What FastAPI answers to a request, for two handlers of the same route:
 *   bare   def predict(text: str)          a simple type that is no path parameter is a query parameter
 *   model  def predict(item: PredictIn)    a Pydantic model is the JSON body
 * Every status and body equals what FastAPI's own TestClient returned (tests/fixtures/reference/fastapi-422.json).
 * Source: FastAPI documentation, "Request Body"; Pydantic documentation, "Validation errors".
 */
import type { HttpRequest } from './http-message';

export type Signature = 'bare' | 'model';
export type ErrorDetail = {
  readonly type: string;
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input: unknown;
  readonly ctx?: Readonly<Record<string, unknown>>;
};
export type HttpResponse =
  | { readonly status: 200; readonly body: { readonly label: string; readonly text: string } }
  | { readonly status: 422; readonly body: { readonly detail: readonly ErrorDetail[] } };

export const MAX_LENGTH = 280;

// #region endpoint
export function answer(signature: Signature, request: HttpRequest): HttpResponse {
  const found = signature === 'bare' ? readQuery(request) : readBody(request);
  if ('error' in found) return { status: 422, body: { detail: [found.error] } };
  return { status: 200, body: { label: classify(found.text), text: found.text } };
}

function readQuery({ target }: HttpRequest): Found {
  const text = new URLSearchParams(target.split('?')[1] ?? '').getAll('text').at(-1);
  return text === undefined ? { error: missing(['query', 'text'], null) } : { text };
}

function readBody({ body, contentType }: HttpRequest): Found {
  if (body === '') return { error: missing(['body'], null) };
  if (contentType !== 'application/json') return { error: notAnObject(body) };
  const parsed = parseJson(body);
  if (parsed === null) return { error: singleQuotes };
  if (!Object.hasOwn(parsed, 'text')) return { error: missing(['body', 'text'], parsed) };
  return checkText(parsed.text);
}
// #endregion endpoint

type Found = { readonly text: string } | { readonly error: ErrorDetail };

/** Field(min_length=1, max_length=280); a length in Python counts code points. */
function checkText(input: unknown): Found {
  const loc = ['body', 'text'];
  if (typeof input !== 'string')
    return { error: { type: 'string_type', loc, msg: 'Input should be a valid string', input } };
  const length = [...input].length;
  if (length < 1) {
    const msg = 'String should have at least 1 character';
    return { error: { type: 'string_too_short', loc, msg, input, ctx: { min_length: 1 } } };
  }
  if (length > MAX_LENGTH) {
    const msg = `String should have at most ${MAX_LENGTH} characters`;
    return { error: { type: 'string_too_long', loc, msg, input, ctx: { max_length: MAX_LENGTH } } };
  }
  return { text: input };
}

const missing = (loc: readonly string[], input: unknown): ErrorDetail => ({
  type: 'missing',
  loc,
  msg: 'Field required',
  input,
});

const notAnObject = (input: string): ErrorDetail => ({
  type: 'model_attributes_type',
  loc: ['body'],
  msg: 'Input should be a valid dictionary or object to extract fields from',
  input,
});

/** The only malformed JSON the client can send starts `{'`: Python's parser stops at character 1. */
const singleQuotes: ErrorDetail = {
  type: 'json_invalid',
  loc: ['body', 1],
  msg: 'JSON decode error',
  input: {},
  ctx: { error: 'Expecting property name enclosed in double quotes' },
};

function parseJson(body: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(body) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

const GOOD: ReadonlySet<string> = new Set(['cheerful', 'great', 'lovely', 'good', 'fast', 'love', '好', '棒', '快']);
const BAD: ReadonlySet<string> = new Set(['cheap', 'slow', 'broken', 'bad', 'late', 'hate', '差', '慢', '坏']);

/** Stands in for the model: a good word counts 2, a bad word −1. The lab is about what reaches it, not about its quality. */
export function classify(text: string): 'POSITIVE' | 'NEGATIVE' | 'NEUTRAL' {
  let score = 0;
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+|[\u4e00-\u9fff]/g)) {
    if (GOOD.has(word)) score += 2;
    if (BAD.has(word)) score -= 1;
  }
  return score > 0 ? 'POSITIVE' : score < 0 ? 'NEGATIVE' : 'NEUTRAL';
}
