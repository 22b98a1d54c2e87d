/** The reference, the candidate to edit, and candidates to start from. */
'use client';
import { useId } from 'react';
import { params, type Result } from './core';
import { examples, presets } from './examples';
import type { ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result; readonly onEdit: (text: string) => void };

export function CandidateEditor({ t, result, onEdit }: Props) {
  const id = useId();
  const { language, candidate, reference } = result;
  const lang = language === 'zh' ? 'zh-Hans' : 'en';
  return (
    <div className="mt-4 grid gap-3">
      <div>
        <p className="text-soft text-sm">{t.reference}</p>
        <p lang={lang} className="border-line border-y bg-sunken px-3 py-2 font-prose text-lg">
          {reference}
        </p>
      </div>
      <div className="grid gap-1">
        <label htmlFor={id} className="text-soft text-sm">
          {t.candidate}
        </label>
        <textarea
          id={id}
          lang={lang}
          className="field w-full font-prose text-lg"
          rows={3}
          autoComplete="off"
          spellCheck={false}
          maxLength={params[language].maxLength}
          value={candidate}
          onChange={(event) => onEdit(event.target.value)}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            className="button"
            aria-pressed={candidate === examples[language][preset]}
            onClick={() => onEdit(examples[language][preset])}
          >
            {t.presets[preset]}
          </button>
        ))}
      </div>
    </div>
  );
}
