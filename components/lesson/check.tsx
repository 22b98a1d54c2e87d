/** A question with reasons. The server takes the written parts apart; the island below lets the learner answer. */
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { ChoiceCheck, type ChoicePart } from './check-choice';
import { NumberCheck } from './check-number';
import { OrderCheck } from './check-order';
import { checkStrings } from './check-strings';
import { choiceOrder } from './choice-order';
import { strings } from './strings';

type Props = {
  readonly id: string;
  readonly kind?: 'number' | 'order';
  readonly answer?: number;
  readonly tolerance?: number;
  readonly unit?: string;
  readonly locale: Locale;
  readonly lessonId: number;
  readonly children?: ReactNode;
};
type ChoiceProps = { readonly correct?: boolean; readonly children?: ReactNode };

/** Only markers: `Check` reads their children and renders them. */
export function Choice({ children }: ChoiceProps) {
  return children;
}
export function Why({ children }: { readonly children?: ReactNode }) {
  return children;
}

const isChoice = (node: ReactNode): node is ReactElement<ChoiceProps> => isValidElement(node) && node.type === Choice;
const isWhy = (node: ReactNode): node is ReactElement<{ children?: ReactNode }> =>
  isValidElement(node) && node.type === Why;

/** Markdown may wrap inline tags into a paragraph: look one level into those. */
function parts(children: ReactNode): ReactNode[] {
  return Children.toArray(children).flatMap((node) => {
    if (isChoice(node) || isWhy(node) || !isValidElement(node)) return [node];
    const inner = Children.toArray((node as ReactElement<{ children?: ReactNode }>).props.children);
    return inner.some((item) => isChoice(item) || isWhy(item))
      ? inner.filter((item) => typeof item !== 'string' || item.trim())
      : [node];
  });
}

function splitWhy(children: ReactNode): { text: ReactNode[]; why: ReactNode } {
  const all = parts(children);
  return { text: all.filter((node) => !isWhy(node)), why: all.find(isWhy)?.props.children };
}

export function Check({ id, kind, answer, tolerance, unit, locale, lessonId, children }: Props) {
  const all = parts(children);
  const question = all.filter((node) => !isChoice(node) && !isWhy(node));
  const why = all.find(isWhy)?.props.children;
  const choices: ChoicePart[] = all.filter(isChoice).map((choice, place) => {
    const split = splitWhy(choice.props.children);
    return { place, correct: choice.props.correct ?? false, text: split.text, why: split.why };
  });
  const box = `check-${id}-box`;
  const record = `${lessonId}/${id}`;
  const words = checkStrings[locale];
  return (
    <section className="check" data-check={id} aria-labelledby={`check-${id}`} id={box}>
      <p className="check-label">{strings[locale].check}</p>
      <div id={`check-${id}`} className="check-question">
        {question}
      </div>
      {kind === 'number' ? (
        <NumberCheck
          t={words}
          record={record}
          answer={answer ?? 0}
          tolerance={tolerance ?? 0}
          unit={unit ?? ''}
          why={why}
          labelledBy={`check-${id}`}
        />
      ) : kind === 'order' ? (
        <OrderCheck t={words} record={record} items={choices.map((choice) => choice.text)} why={why} />
      ) : (
        <ChoiceCheck
          t={words}
          record={record}
          choices={choiceOrder(box, choices.length).flatMap((place) => choices[place] ?? [])}
          labelledBy={`check-${id}`}
        />
      )}
    </section>
  );
}
