/** The same two sentences in published tokenizers, side by side: how they are cut, and what a character costs. */
import { formatFixed, formatInteger } from '@/lib/format-number';
import { describeBytes } from './pieces';
import { cutSentence, type RealTokenizer, realTokenizers } from './real-tokenizers';
import type { BpeStrings } from './strings';
import { heldOut, type Language } from './texts';

export function InRealLife({ t }: { readonly t: BpeStrings }) {
  const course = (language: Language) => realTokenizers.map(({ cuts }) => cuts[language].length).join(' → ');
  return (
    <details className="mt-5 border-t border-line pt-4">
      <summary className="text-sm">
        <span className="font-semibold">{t.realTitle}</span>
        <span className="block text-soft tabular-nums">{t.realCourse(course('zh'), course('en'))}</span>
      </summary>
      {realTokenizers.map((tokenizer) => (
        <div key={tokenizer.encoding} className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2">
          <p className="text-sm sm:col-span-2">
            {tokenizer.model}{' '}
            <span className="text-soft tabular-nums">
              {tokenizer.encoding} · {t.vocabulary(formatInteger(tokenizer.tokens))}
            </span>
          </p>
          <Cut t={t} tokenizer={tokenizer} language="zh" />
          <Cut t={t} tokenizer={tokenizer} language="en" />
        </div>
      ))}
      <p className="mt-2 text-xs text-soft">{t.realNote}</p>
    </details>
  );
}

type CutProps = { readonly t: BpeStrings; readonly tokenizer: RealTokenizer; readonly language: Language };

function Cut({ t, tokenizer, language }: CutProps) {
  const tokens = cutSentence(tokenizer, language);
  const characters = Array.from(heldOut[language]).length;
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs text-soft tabular-nums">
        {t.sentence[language]} · {t.cost(tokens.length, formatFixed(tokens.length / characters, 2))}
      </p>
      <ul className="flex list-none flex-wrap gap-y-1 p-0 font-mono text-sm leading-6">
        {tokens.map((bytes, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
            key={i}
            className={`my-0 mr-px rounded-sm border px-0.5 ${bytes.length === 1 ? 'border-line text-soft' : 'border-accent bg-accent-wash text-ink'}`}
          >
            {describeBytes(bytes)
              .map(({ text }) => text)
              .join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
