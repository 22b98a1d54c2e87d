/** A question of the placement test in one language, and whether an answer to it is right. */
import type { PlacementQuestion } from './assess';

export type AskedQuestion = {
  /** Permanent while an answer may be stored: a question that changes its meaning or the order of its choices gets a new id. */
  readonly id: string;
  readonly lesson: number;
  readonly prompt: string;
  /** Shown as it stands, in a face of equal widths. */
  readonly code?: string;
} & (
  | { readonly kind: 'choice'; readonly choices: readonly PlacementChoice[] }
  | {
      readonly kind: 'number';
      readonly answer: number;
      /** Largest absolute difference that still counts as right. */
      readonly tolerance: number;
      readonly unit: string;
      readonly why: string;
    }
);

export type PlacementChoice = { readonly right: boolean; readonly text: string; readonly why: string };

/** The place of a choice, or a number that was typed; null for "I do not know". */
export type Answer = number | null;

export function isRight(question: AskedQuestion, answer: Answer): boolean {
  if (answer === null) return false;
  if (question.kind === 'choice') return question.choices[answer]?.right === true;
  return Math.abs(answer - question.answer) <= question.tolerance + Number.EPSILON;
}

/** What blind guessing would earn. Nobody hits a number by chance. */
export function toPlacementQuestion(question: AskedQuestion): PlacementQuestion {
  const guess = question.kind === 'choice' ? 1 / question.choices.length : 0.02;
  return { id: question.id, lesson: question.lesson, guess };
}
