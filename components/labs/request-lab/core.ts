/**
 * One route, two ways to get it wrong: the text is not where the handler's signature looks for it,
 * or the handler holds the event loop and nobody else is answered. Both are computed for every state.
 */
import { defineCore } from '@/lib/labs/core';
import { answer, type HttpResponse, type Signature } from './endpoint';
import { buildRequest, type HttpRequest, intendedText, type Payload, type Place } from './http-message';
import { type LoadResult, runLoad } from './load';

const GOAL = { requests: 8, seconds: 1 } as const;

export type Result = {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** What became of the text: it arrived whole, arrived changed without an error, or was refused. */
  readonly outcome: 'whole' | 'changed' | 'refused';
  readonly intended: string;
  readonly load: LoadResult;
};

export const core = defineCore({
  id: 'request-lab',
  params: {
    panel: { kind: 'choice', options: ['contract', 'load'], default: 'contract' },
    signature: { kind: 'choice', options: ['bare', 'model'], default: 'bare' },
    place: { kind: 'choice', options: ['query', 'json', 'curl'], default: 'json' },
    payload: {
      kind: 'choice',
      options: ['fine', 'misnamed', 'number', 'empty', 'long', 'broken'],
      default: 'fine',
    },
    text: { kind: 'text', maxLength: 400, default: 'Cheap & cheerful' },
    handler: { kind: 'choice', options: ['blocking', 'thread', 'pool', 'queue'], default: 'blocking' },
    requests: { kind: 'number', min: 1, max: 48, step: 1, default: 8 },
    seconds: { kind: 'number', min: 0.1, max: 2, step: 0.1, default: 1 },
  },
  run: ({ signature, place, payload, text, handler, requests, seconds }): Result => {
    const request = buildRequest(place as Place, payload as Payload, text);
    const response = answer(signature as Signature, request);
    const intended = intendedText(payload as Payload, text);
    const outcome = response.status !== 200 ? 'refused' : response.body.text === intended ? 'whole' : 'changed';
    return {
      request,
      response,
      outcome,
      intended,
      load: runLoad(handler as Parameters<typeof runLoad>[0], requests, seconds),
    };
  },
  goal: ({ outcome, load }, { signature, requests, seconds }) => {
    const body = signature === 'model' && outcome === 'whole' ? 1 : 0;
    const probes = load.run.probes.length > 0 ? load.probesInTime / load.run.probes.length : 0;
    const answered = load.ok / requests;
    const weight = Math.min(1, requests / GOAL.requests) * Math.min(1, seconds / GOAL.seconds);
    const progress = 0.5 * body + 0.5 * weight * ((probes + answered) / 2);
    const met = progress > 1 - 1e-9;
    return { met, progress: met ? 1 : progress };
  },
  solution: {
    signature: 'model',
    place: 'json',
    payload: 'fine',
    text: 'Cheap & cheerful',
    handler: 'pool',
    requests: 8,
    seconds: 1,
  },
  predict: () => {
    const request = buildRequest('json', 'fine', 'Cheap & cheerful');
    const response = answer('bare', request);
    if (response.status === 200) return 'accepted';
    return response.body.detail[0]?.loc[0] === 'query' ? 'missing-query' : 'bad-body';
  },
  table: ({ request, response, load }, { panel }) =>
    panel === 'load'
      ? {
          columns: ['request', 'arrival', 'start', 'end', 'latency', 'status'],
          rows: load.run.requests.map(({ arrival, start, end, answered, status }, i) => [
            i + 1,
            arrival,
            start ?? '–',
            end ?? '–',
            answered - arrival,
            status,
          ]),
        }
      : {
          columns: ['field', 'value'],
          rows: [
            ['target', request.target],
            ['content-type', request.contentType ?? '–'],
            ['content-length', request.contentLength],
            ['body', request.body === '' ? '–' : request.body],
            ['status', response.status],
            ['response', JSON.stringify(response.body)],
          ],
        },
});
