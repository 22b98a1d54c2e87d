/** What one option shows: its mark, its name, where on the page it leads, and the line that was found. */
import { StatusMark } from '@/components/progress/status-mark';
import type { Locale } from '@/lib/i18n/locale';
import type { Segment } from '@/lib/search/highlight';
import type { Item } from '@/lib/search/index-file';
import { CommandIcon, KindIcon, PlaceIcon } from './icons';
import type { Option } from './sections';
import { strings } from './strings';

export function OptionContent({ option, locale }: { readonly option: Option; readonly locale: Locale }) {
  const t = strings[locale];
  if (option.kind === 'command') {
    return (
      <>
        <CommandIcon id={option.command.id} />
        <span className="search-name">{option.command.title}</span>
      </>
    );
  }
  if (option.kind === 'recent') {
    const { item, anchor } = option;
    const heading = item.parts.find((part) => part.anchor === anchor)?.heading;
    return (
      <>
        <ItemMark item={item} locale={locale} />
        <span className="search-name">
          {item.title}
          {heading && <span className="search-heading">{heading}</span>}
        </span>
        <span className="search-kind">{t.kind[item.kind]}</span>
      </>
    );
  }
  const { row, showsKind } = option;
  return (
    <>
      {row.isFurther ? <PlaceIcon /> : <ItemMark item={row.item} locale={locale} />}
      <span className="search-name">
        {!row.isFurther && <Marked segments={row.title} />}
        {row.isFurther && <span className="sr-only">{row.item.title}: </span>}
        {row.heading.length > 0 && (
          <span className={row.isFurther ? undefined : 'search-heading'}>
            <Marked segments={row.heading} />
          </span>
        )}
      </span>
      {showsKind && !row.isFurther && <span className="search-kind">{t.kind[row.item.kind]}</span>}
      {row.line.length > 0 && (
        <span className="search-line">
          <Marked segments={row.line} />
        </span>
      )}
    </>
  );
}

/** A lesson shows how far the learner is with it. */
function ItemMark({ item, locale }: { readonly item: Item; readonly locale: Locale }) {
  return item.lesson === undefined ? <KindIcon kind={item.kind} /> : <StatusMark id={item.lesson} locale={locale} />;
}

function Marked({ segments }: { readonly segments: readonly Segment[] }) {
  return segments.map(({ text, isHit }, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: cut from one text, never moved
    isHit ? <mark key={i}>{text}</mark> : text,
  );
}
