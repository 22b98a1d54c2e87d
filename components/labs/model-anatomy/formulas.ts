/** How each part is counted, in symbols and with this model's numbers. The same in both languages. */
import { formatInteger } from '@/lib/format-number';
import type { ModelShape } from '@/lib/ml/cost/model-shape';
import type { PartId } from './parts';

export type Formula = { readonly symbols: string; readonly numbers: string };

const n = formatInteger;

/** Parameters. */
export function parameterFormula(id: PartId, shape: ModelShape): Formula {
  const { vocab, hidden: d, layers, heads, kvHeads, ffn, context, family } = shape;
  const gpt = family === 'gpt';
  const kv = (d / heads) * kvHeads;
  switch (id) {
    case 'embedding':
      return { symbols: 'V·d', numbers: `${n(vocab)} · ${n(d)}` };
    case 'position':
      return gpt ? { symbols: 'C·d', numbers: `${n(context)} · ${n(d)}` } : { symbols: '0', numbers: 'RoPE' };
    case 'attention':
      return {
        symbols: gpt ? 'L·(2d² + 2d·k + 2d + 2k)' : 'L·(2d² + 2d·k)',
        numbers: `${layers} · (2 · ${n(d)}² + 2 · ${n(d)} · ${n(kv)}${gpt ? ` + 2 · ${n(d)} + 2 · ${n(kv)}` : ''})`,
      };
    case 'mlp':
      return gpt
        ? { symbols: 'L·(2d·f + f + d)', numbers: `${layers} · (2 · ${n(d)} · ${n(ffn)} + ${n(ffn)} + ${n(d)})` }
        : { symbols: 'L·3d·f', numbers: `${layers} · 3 · ${n(d)} · ${n(ffn)}` };
    case 'norm':
      return {
        symbols: gpt ? '(2L + 1)·2d' : '(2L + 1)·d',
        numbers: `${2 * layers + 1} · ${gpt ? '2 · ' : ''}${n(d)}`,
      };
    case 'head':
      return gpt ? { symbols: '0', numbers: 'Eᵀ' } : { symbols: 'V·d', numbers: `${n(vocab)} · ${n(d)}` };
  }
}

/** FLOPs of one token among `tokens` read at once. */
export function flopFormula(id: PartId, shape: ModelShape, tokens: number): Formula {
  const { vocab, hidden: d, layers, heads, kvHeads, ffn, family } = shape;
  const kv = (d / heads) * kvHeads;
  const mats = family === 'gpt' ? 2 : 3;
  switch (id) {
    case 'attention':
      return {
        symbols: '2·L·(2d² + 2d·k) + 4·L·T·d',
        numbers: `2 · ${layers} · (2 · ${n(d)}² + 2 · ${n(d)} · ${n(kv)}) + 4 · ${layers} · ${n(tokens)} · ${n(d)}`,
      };
    case 'mlp':
      return { symbols: `2·L·${mats}d·f`, numbers: `2 · ${layers} · ${mats} · ${n(d)} · ${n(ffn)}` };
    case 'head':
      return { symbols: '2·V·d', numbers: `2 · ${n(vocab)} · ${n(d)}` };
    default:
      return { symbols: '0', numbers: '' };
  }
}
