/** Which model a lab of the thread works on, and another choice where there is one. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { modelList } from './model-list';
import { modelStrings } from './strings';
import type { ChosenModel } from './use-model';

type Props = { readonly locale: Locale; readonly chosen: ChosenModel };

export function ModelBar({ locale, chosen }: Props) {
  const t = modelStrings[locale];
  const { models } = chosen.state.list;
  if (models.length === 0) {
    return (
      <p className="mb-4 text-sm text-soft" data-model="shipped">
        {t.working}
        <strong className="font-semibold text-ink">{t.shipped}</strong>
        {t.stop}
        <a className="underline underline-offset-4" href={withBasePath(routes.lab(locale, 'train-a-gpt'))}>
          {t.trainOwn}
        </a>
      </p>
    );
  }
  return (
    <label
      className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft"
      data-model={chosen.own ? 'own' : 'shipped'}
    >
      {t.working}
      <select
        className="field max-w-full"
        value={chosen.own ? chosen.model.id : ''}
        onChange={(event) => void modelList.choose(event.target.value || null)}
      >
        <option value="">{t.shipped}</option>
        {models.map(({ checkpoint }) => (
          <option key={checkpoint.id} value={checkpoint.id}>
            {checkpoint.name}
          </option>
        ))}
      </select>
      {chosen.unfit !== null && <span>{t.unfit(chosen.unfit)}</span>}
    </label>
  );
}
