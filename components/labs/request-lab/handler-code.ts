/** The Python a learner would write for the state of the lab. `mark` names the panel a line matters to. */
import type { HandlerKind } from '@/lib/sim/server';
import type { Signature } from './endpoint';

export type CodeLine = { readonly text: string; readonly mark: 'contract' | 'load' | null };

const plain = (text: string): CodeLine => ({ text, mark: null });

export function handlerCode(signature: Signature, handler: HandlerKind): readonly CodeLine[] {
  const value = signature === 'bare' ? 'text' : 'item.text';
  const parameter = signature === 'bare' ? 'text: str' : 'item: PredictIn';
  const model: readonly CodeLine[] =
    signature === 'bare'
      ? []
      : [
          { text: 'class PredictIn(BaseModel):', mark: 'contract' },
          { text: '    text: str = Field(min_length=1, max_length=280)', mark: 'contract' },
          plain(''),
        ];
  const line: readonly CodeLine[] =
    handler === 'queue' ? [{ text: 'line = Line(working=4, waiting=8, patience=2.0)', mark: 'load' }, plain('')] : [];
  const def = handler === 'pool' ? 'def' : 'async def';
  const body: Readonly<Record<HandlerKind, readonly string[]>> = {
    blocking: [`    return classify(${value})`],
    thread: [`    return await asyncio.to_thread(classify, ${value})`],
    pool: [`    return classify(${value})`],
    queue: ['    async with line:', `        return await asyncio.to_thread(classify, ${value})`],
  };
  return [
    ...model,
    ...line,
    plain('@app.post("/predict")'),
    { text: `${def} predict(${parameter}):`, mark: 'contract' },
    ...body[handler].map((text): CodeLine => ({ text, mark: 'load' })),
  ];
}
