/**
 * What a placement test says about each lesson, and why, for the learner to agree with or not. It follows from the answers alone.
 * "Known" is never proved: what was asked counts most, then what builds on the lesson, then what it builds on.
 */
import { type Assessment, assess, propose } from './assess';
import type { Attempt } from './attempt';
import { type AskedQuestion, isRight, toPlacementQuestion } from './grade';
import type { LessonNode } from './knowledge-states';

export type Advice = 'skip' | 'look' | 'learn';

export type Reason =
  /** Its own questions: `right` of `asked`, `unknown` of them answered with "I do not know". */
  | { readonly kind: 'asked'; readonly right: number; readonly asked: number; readonly unknown: number }
  /** Not asked, but this later lesson was known, which builds on it. */
  | { readonly kind: 'needed-by'; readonly lesson: number }
  /** Not asked, but this earlier lesson was not known. */
  | { readonly kind: 'needs'; readonly lesson: number }
  | { readonly kind: 'not-asked' };

export type Verdict = { readonly lesson: number; readonly advice: Advice; readonly reason: Reason };

export type Outcome = {
  /** In road order. */
  readonly verdicts: readonly Verdict[];
  /** The first lesson to learn, else the first to look at; undefined when all are known. */
  readonly begin: number | undefined;
};

/** Where the test stands. Answers to questions that are gone count for nothing. */
export function assessAttempt(
  lessons: readonly LessonNode[],
  questions: readonly AskedQuestion[],
  attempt: Attempt,
): Assessment {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const answers = attempt.flatMap(({ id, answer }): readonly (readonly [string, boolean])[] => {
    const question = asked.get(id);
    return question ? [[id, isRight(question, answer)]] : [];
  });
  return assess(lessons, questions.map(toPlacementQuestion), new Map(answers));
}

export function outcomeOf(
  lessons: readonly LessonNode[],
  questions: readonly AskedQuestion[],
  attempt: Attempt,
): Outcome {
  const { known } = assessAttempt(lessons, questions, attempt);
  const proposal = propose(known);
  const adviceOf = (id: number): Advice =>
    proposal.skip.includes(id) ? 'skip' : proposal.look.includes(id) ? 'look' : 'learn';
  const results = resultsByLesson(questions, attempt);
  return {
    verdicts: lessons.map(({ id }) => {
      const advice = adviceOf(id);
      return { lesson: id, advice, reason: reasonOf(id, advice, lessons, results) };
    }),
    begin: proposal.learn[0] ?? proposal.look[0],
  };
}

type Result = { readonly right: number; readonly asked: number; readonly unknown: number };

function resultsByLesson(questions: readonly AskedQuestion[], attempt: Attempt): ReadonlyMap<number, Result> {
  const results = new Map<number, Result>();
  for (const { id, answer } of attempt) {
    const question = questions.find((each) => each.id === id);
    if (!question) continue;
    const { right, asked, unknown } = results.get(question.lesson) ?? { right: 0, asked: 0, unknown: 0 };
    results.set(question.lesson, {
      right: right + Number(isRight(question, answer)),
      asked: asked + 1,
      unknown: unknown + Number(answer === null),
    });
  }
  return results;
}

/** One reason of perhaps several: the one that speaks for the advice. */
function reasonOf(
  id: number,
  advice: Advice,
  lessons: readonly LessonNode[],
  results: ReadonlyMap<number, Result>,
): Reason {
  const own = results.get(id);
  if (own) return { kind: 'asked', ...own };
  const asked = lessons.flatMap((lesson) => {
    const result = results.get(lesson.id);
    return result ? [{ lesson: lesson.id, ...result }] : [];
  });
  const below = requirements(id, lessons);
  const missing = asked.find(({ lesson, right }) => below.has(lesson) && right === 0);
  if (advice === 'learn' && missing) return { kind: 'needs', lesson: missing.lesson };
  const proof = asked.find((each) => each.right === each.asked && requirements(each.lesson, lessons).has(id));
  return advice !== 'learn' && proof ? { kind: 'needed-by', lesson: proof.lesson } : { kind: 'not-asked' };
}

/** All that a lesson rests on, directly or not. */
function requirements(id: number, lessons: readonly LessonNode[]): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const needed of lessons.find((lesson) => lesson.id === at)?.prerequisites ?? []) {
      if (found.has(needed)) continue;
      found.add(needed);
      queue.push(needed);
    }
  }
  return found;
}
