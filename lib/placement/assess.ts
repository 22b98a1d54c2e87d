/**
 * An adaptive placement test. Each answer makes some knowledge states more likely and others less; the next question is the one
 * whose answer is least certain (the half-split rule), so that a dozen questions place a learner among hundreds of states.
 *
 * The model is the basic local independence model: someone who knows a lesson still answers wrongly with probability `slip`,
 * someone who does not answers rightly with probability `guess`, independently. Falmagne and Doignon, "Learning Spaces" (2011),
 * chapters 11 and 13. A statement is not evidence: the outcome is a proposal, and the learner decides.
 */
import { knowledgeStates, type LessonNode } from './knowledge-states';

export type PlacementQuestion = {
  readonly id: string;
  readonly lesson: number;
  /** Chance of hitting the right answer blindly: 1 / choices. */
  readonly guess: number;
};
/** Question id → whether it was answered rightly. "I do not know" is a wrong answer without a guess. */
export type PlacementAnswers = ReadonlyMap<string, boolean>;

export const placementRules = {
  /** Probability of a careless mistake. */
  slip: 0.1,
  fewest: 12,
  most: 16,
  /** A lesson is taken for known from here, and for new below 1 minus this. */
  sure: 0.85,
} as const;

export type Assessment = {
  /** Lesson id → probability that the learner knows it. A prerequisite is never less likely known than what needs it. */
  readonly known: ReadonlyMap<number, number>;
  readonly asked: number;
  /** Undefined when the test is over. */
  readonly next: PlacementQuestion | undefined;
};

/** `lessons` in road order. Answers to questions that are not in the list are ignored: a later version may have dropped them. */
export function assess(
  lessons: readonly LessonNode[],
  questions: readonly PlacementQuestion[],
  answers: PlacementAnswers,
): Assessment {
  const states = knowledgeStates(lessons);
  const place = new Map(lessons.map(({ id }, i) => [id, i]));
  const askable = questions.filter(({ lesson }) => place.has(lesson));
  const answered = askable.filter(({ id }) => answers.has(id));
  const weights = new Float64Array(states.length).fill(1);
  for (const { id, lesson, guess } of answered) {
    const bit = 1 << (place.get(lesson) ?? 0);
    const right = answers.get(id) === true;
    states.forEach((state, i) => {
      const chance = state & bit ? 1 - placementRules.slip : guess;
      weights[i] = (weights[i] ?? 0) * (right ? chance : 1 - chance);
    });
  }
  const known = marginals(lessons, states, weights);
  const open = askable.filter(({ id }) => !answers.has(id));
  const isOver = answered.length >= placementRules.most || (answered.length >= placementRules.fewest && isSure(known));
  return { known, asked: answered.length, next: isOver ? undefined : leastCertain(open, known, answered) };
}

function marginals(
  lessons: readonly LessonNode[],
  states: readonly number[],
  weights: Float64Array,
): ReadonlyMap<number, number> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(
    lessons.map(({ id }, i) => {
      const mass = states.reduce((sum, state, s) => (state & (1 << i) ? sum + (weights[s] ?? 0) : sum), 0);
      return [id, mass / total];
    }),
  );
}

const isSure = (known: ReadonlyMap<number, number>) =>
  [...known.values()].every((p) => p >= placementRules.sure || p <= 1 - placementRules.sure);

/** Nearest to one half; among equals a lesson not asked about yet, then the earlier one. */
function leastCertain(
  open: readonly PlacementQuestion[],
  known: ReadonlyMap<number, number>,
  answered: readonly PlacementQuestion[],
): PlacementQuestion | undefined {
  const times = (lesson: number) => answered.filter((question) => question.lesson === lesson).length;
  const doubt = ({ lesson }: PlacementQuestion) => Math.abs((known.get(lesson) ?? 0) - 0.5) + times(lesson) * 0.05;
  return open.reduce<PlacementQuestion | undefined>(
    (best, question) => (best === undefined || doubt(question) < doubt(best) - 1e-12 ? question : best),
    undefined,
  );
}

export type Proposal = {
  /** Taken for known: may be skipped. */
  readonly skip: readonly number[];
  /** In doubt: worth a look before deciding. */
  readonly look: readonly number[];
  readonly learn: readonly number[];
};

/** In the order of the map. */
export function propose(known: ReadonlyMap<number, number>): Proposal {
  const ids = (matches: (p: number) => boolean) => [...known].filter(([, p]) => matches(p)).map(([id]) => id);
  return {
    skip: ids((p) => p >= placementRules.sure),
    look: ids((p) => p < placementRules.sure && p >= 0.5),
    learn: ids((p) => p < 0.5),
  };
}
