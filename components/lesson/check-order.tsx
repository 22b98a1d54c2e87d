/** Steps to be put in order, by buttons: works the same with mouse, thumb and keyboard. */
'use client';
import { type ReactNode, useState } from 'react';
import type { CheckStrings } from './check-strings';
import { useCheckRecord } from './use-check-record';
import { Verdict } from './verdict';

type Props = {
  readonly t: CheckStrings;
  readonly record: string;
  readonly items: readonly ReactNode[];
  readonly why: ReactNode;
};

/** A fixed rotation of 0…n−1: no item stands where it belongs (n ≥ 2), and every learner starts from the same one. */
export function startOrder(n: number): number[] {
  const shift = n > 3 ? 2 : 1;
  return Array.from({ length: n }, (_, i) => (i + shift) % n);
}

const isOrder = (answer: unknown, n: number): answer is number[] =>
  Array.isArray(answer) &&
  answer.length === n &&
  new Set(answer).size === n &&
  answer.every((i) => Number.isInteger(i) && i >= 0 && i < n);

export function OrderCheck({ t, record, items, why }: Props) {
  const [stored, save] = useCheckRecord(record);
  const [draft, setDraft] = useState<readonly number[] | null>(null);
  const answered = draft === null && isOrder(stored?.answer, items.length) ? stored.answer : null;
  const order = draft ?? answered ?? startOrder(items.length);

  const move = (from: number, to: number) => {
    const next = [...order];
    const [item] = next.splice(from, 1);
    if (item !== undefined) next.splice(to, 0, item);
    setDraft(next);
  };

  return (
    <div data-answered={answered !== null}>
      <p className="text-soft">{t.orderHint}</p>
      <ol className="order">
        {order.map((item, place) => (
          <li key={item} data-verdict={answered === null ? 'open' : item === place ? 'right' : 'wrong'}>
            <div>{items[item]}</div>
            <span>
              <button
                type="button"
                className="button"
                aria-label={`${t.moveUp} (${place + 1})`}
                disabled={place === 0}
                onClick={() => move(place, place - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="button"
                aria-label={`${t.moveDown} (${place + 1})`}
                disabled={place === items.length - 1}
                onClick={() => move(place, place + 1)}
              >
                ↓
              </button>
            </span>
          </li>
        ))}
      </ol>
      <Verdict
        t={t}
        state={answered === null ? 'open' : stored?.correct ? 'right' : 'wrong'}
        canSubmit
        onSubmit={() => {
          save(
            [...order],
            order.every((item, place) => item === place),
          );
          setDraft(null);
        }}
        onAgain={() => setDraft(startOrder(items.length))}
      />
      <div className="why">{why}</div>
    </div>
  );
}
