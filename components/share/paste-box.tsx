/** Where a code is pasted. A readable one goes into the address, so that reload and Back work; a bad one only gets a message. */
'use client';
import { useId, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { type Decoded, type DecodeFailure, decodeAll } from '@/lib/share/decode';
import { FailureMessage } from './failure-message';
import { formatDay } from './format-day';
import { strings } from './strings';

export function PasteBox({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const id = useId();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<DecodeFailure>();
  const [choices, setChoices] = useState<readonly Decoded[]>([]);

  function open(pasted: string): void {
    const results = decodeAll(pasted);
    const codes = results.filter((result) => result.ok);
    const [first] = results.filter((result) => !result.ok);
    setFailure(codes.length > 0 ? undefined : (first ?? { ok: false, reason: 'not-a-code' }));
    setChoices(codes.length > 1 ? codes : []);
    const [only] = codes;
    if (only && codes.length === 1) location.hash = only.code;
  }

  return (
    <form
      className="grid max-w-2xl gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        open(text);
      }}
    >
      <label htmlFor={id} className="font-medium text-sm">
        {t.pasteLabel}
      </label>
      <textarea
        id={id}
        rows={3}
        className="field w-full break-all font-mono"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          // A paste into the empty box is the whole job: no second click.
          if (text === '') open(event.clipboardData.getData('text'));
        }}
      />
      <button type="submit" className="button justify-self-start">
        {t.paste}
      </button>
      <div role="status">
        {failure && <FailureMessage locale={locale} reason={failure.reason} />}
        {choices.length > 1 && (
          <>
            <p className="text-sm">{t.several(choices.length)}</p>
            <ul>
              {choices.map((choice) => (
                <li key={choice.code}>
                  <a className="inline-block py-1 underline underline-offset-4" href={`#${choice.code}`}>
                    <bdi>{nameOf(choice, locale)}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </form>
  );
}

function nameOf(choice: Decoded, locale: Locale): string {
  const t = strings[locale];
  if (choice.kind === 'path') return [t.pathKicker, choice.value.title || t.untitled].join(t.separator);
  return [choice.value.name ?? t.someone, formatDay(choice.value.taken, locale)].join(t.separator);
}
