/** The list under the field: sections of options. Places are links, so that they can be opened in any way a link can. */
import type { Locale } from '@/lib/i18n/locale';
import { OptionContent } from './option-content';
import type { Option, Section } from './sections';
import { strings } from './strings';
import type { Choice } from './use-choice';

type Props = {
  readonly locale: Locale;
  readonly id: string;
  readonly sections: readonly Section[];
  readonly choice: Choice;
  readonly onForget: () => void;
};

export function SearchList({ locale, id, sections, choice, onForget }: Props) {
  const t = strings[locale];
  return (
    <>
      <div id={id} role="listbox" aria-label={t.title} className="search-list">
        {sections.map(({ key, title, options }) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
            <div id={`${id}-${key}`} className="search-title">
              {title}
            </div>
            {options.map((option) => (
              <OptionFrame key={option.key} option={option} choice={choice}>
                <OptionContent option={option} locale={locale} />
              </OptionFrame>
            ))}
          </div>
        ))}
      </div>
      {sections.some(({ key }) => key === 'recent') && (
        <button type="button" className="search-clear quiet-link" onClick={onForget}>
          {t.clear}
        </button>
      )}
    </>
  );
}

type FrameProps = { readonly option: Option; readonly choice: Choice; readonly children: React.ReactNode };

/** Focus stays in the field: options are pointed at, not focused. */
function OptionFrame({ option, choice, children }: FrameProps) {
  const shared = {
    id: choice.idOf(option),
    role: 'option',
    tabIndex: -1,
    'aria-selected': choice.isActive(option),
    'data-stage': stageOf(option),
    className: 'search-option',
    onMouseMove: () => choice.isActive(option) || choice.point(option),
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
    onClick: (event: React.MouseEvent) => choice.take(option, event),
  } as const;
  if (option.kind !== 'command')
    return (
      <a {...shared} href={option.href}>
        {children}
      </a>
    );
  const { act } = option.command;
  if ('run' in act)
    return (
      <button type="button" {...shared}>
        {children}
      </button>
    );
  return (
    <a {...shared} href={act.to} hrefLang={act.language} lang={act.language}>
      {children}
    </a>
  );
}

function stageOf(option: Option): string | undefined {
  if (option.kind === 'row') return option.row.item.stage ?? undefined;
  return option.kind === 'recent' ? (option.item.stage ?? undefined) : undefined;
}
