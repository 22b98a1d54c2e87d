/** A learning path to hand on: what the mentor wrote goes in unless they leave it out, and all of it is shown first. */
'use client';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { pathFileName } from '@/lib/share/file-name';
import { lightenPath, pathDetail } from '@/lib/share/lighten-path';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { Choice } from './choice';
import { Impossible } from './impossible';
import { PathContents } from './path-contents';
import { strings } from './sheet-strings';
import { Ways } from './ways';

type Props = {
  readonly locale: Locale;
  readonly path: SharedPath;
  readonly titleOf?: ((id: number) => string | undefined) | undefined;
};

export function PathSheet({ locale, path, titleOf }: Props) {
  const t = strings[locale];
  const [detail, setDetail] = useState({ notes: true, dates: true, mentor: true });
  const has = pathDetail(path);
  const shared = lightenPath(path, detail);
  const encoded = encodePath(shared);
  const choices = [
    ['notes', t.withNotes(path.lessons.filter(({ note }) => note).length)],
    ['dates', t.withDue],
    ['mentor', t.withMentor(path.mentor ?? '')],
  ] as const;
  const offered = choices.filter(([key]) => has[key]);
  return (
    <>
      <p className="mt-2 text-soft">{t.pathIntro}</p>
      {offered.length > 0 && (
        <fieldset className="mt-4">
          <legend className="font-medium text-sm">{t.detail}</legend>
          <p className="flex min-h-9 items-center gap-2 text-sm">
            {t.lessonsInOrder} <span className="text-faint">({t.always})</span>
          </p>
          {offered.map(([key, words]) => (
            <Choice key={key} isIn={detail[key]} onChange={(isIn) => setDetail({ ...detail, [key]: isIn })}>
              <bdi>{words}</bdi>
            </Choice>
          ))}
        </fieldset>
      )}
      <PathContents locale={locale} path={shared} titleOf={titleOf} />
      {encoded.ok ? (
        <Ways
          locale={locale}
          code={encoded.code}
          title={path.title.trim() || t.untitled}
          fileName={pathFileName(path)}
          onLeaveOut={pathDetail(shared).notes ? () => setDetail({ ...detail, notes: false }) : undefined}
        />
      ) : (
        <Impossible locale={locale} field={encoded.field} />
      )}
    </>
  );
}
