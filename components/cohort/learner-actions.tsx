/** What can be done with a row: rename it, make it one with another, look at the snapshot itself, delete it. */
'use client';
import { type FormEvent, useId, useState } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import { deleteLearner, joinLearners, renameLearner } from '@/lib/cohort/actions';
import type { Learner } from '@/lib/cohort/cohort';
import { cleanName, foldName } from '@/lib/cohort/person';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { shareLimits } from '@/lib/share/limits';
import { cohort } from './cohort-store';
import { learnerStrings } from './learner-strings';
import { strings } from './strings';
import { useLearners } from './use-cohort';

type Props = { readonly locale: Locale; readonly learner: Learner; readonly onGone: () => void };

export function LearnerActions({ locale, learner, onGone }: Props) {
  const t = learnerStrings[locale];
  const [asking, setAsking] = useState<'nothing' | 'name' | 'join'>('nothing');
  const others = useLearners().filter(({ key }) => key !== learner.key);
  if (asking === 'name') {
    return <Rename locale={locale} learner={learner} others={others} onClose={() => setAsking('nothing')} />;
  }
  if (asking === 'join') {
    return (
      <Join locale={locale} learner={learner} others={others} onGone={onGone} onClose={() => setAsking('nothing')} />
    );
  }
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <button type="button" className="button" onClick={() => setAsking('name')}>
        {t.rename}
      </button>
      {others.length > 0 && (
        <button type="button" className="button" onClick={() => setAsking('join')}>
          {t.join}
        </button>
      )}
      <SiteLink className="button" href={`${routes.share(locale)}#${learner.kept[0]?.code ?? ''}`}>
        {t.open}
      </SiteLink>
      <button
        type="button"
        className="button"
        onClick={() => {
          deleteLearner(cohort, learner);
          onGone();
        }}
      >
        {t.delete}
      </button>
    </div>
  );
}

type FormProps = Pick<Props, 'locale' | 'learner'> & {
  readonly others: readonly Learner[];
  readonly onClose: () => void;
};

function Rename({ locale, learner, others, onClose }: FormProps) {
  const t = learnerStrings[locale];
  const id = useId();
  const [name, setName] = useState(learner.name);
  const own = cleanName(learner.newest.name ?? '');
  const isTaken = others.some((other) => foldName(other.name) === foldName(name) && foldName(name) !== '');
  return (
    <form
      className="grid max-w-md grid-cols-1 gap-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        renameLearner(cohort, learner, name);
        onClose();
      }}
    >
      <label className="grid gap-1">
        {t.renameLabel}
        <input
          className="field"
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed made way for this field
          autoFocus
          aria-describedby={id}
          maxLength={shareLimits.name}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p id={id} role="status" className={isTaken ? 'text-warn' : 'text-faint'}>
        {isTaken ? t.isTaken(cleanName(name)) : own && t.renameHint(own)}
      </p>
      <Buttons words={[t.save, t.cancel]} onClose={onClose} />
    </form>
  );
}

function Join({ locale, learner, others, onClose, onGone }: FormProps & Pick<Props, 'onGone'>) {
  const t = learnerStrings[locale];
  const id = useId();
  const [chosen, setChosen] = useState(others[0]?.key ?? '');
  return (
    <form
      className="grid max-w-md grid-cols-1 gap-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        const into = others.find(({ key }) => key === chosen);
        if (into) joinLearners(cohort, learner, into);
        onGone();
      }}
    >
      <label className="grid gap-1">
        {t.joinLabel}
        <select
          className="field"
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed made way for this field
          autoFocus
          aria-describedby={id}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {others.map(({ key, name }) => (
            <option key={key} value={key}>
              {name || strings[locale].nobody}
            </option>
          ))}
        </select>
      </label>
      <p id={id} className="text-faint">
        {t.joinHint}
      </p>
      <Buttons words={[t.joinDo, t.cancel]} onClose={onClose} />
    </form>
  );
}

type ButtonsProps = { readonly words: readonly [act: string, cancel: string]; readonly onClose: () => void };

function Buttons({ words: [act, cancel], onClose }: ButtonsProps) {
  return (
    <div className="flex gap-2">
      <button type="submit" className="button button-primary">
        {act}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {cancel}
      </button>
    </div>
  );
}
