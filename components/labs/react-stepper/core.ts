/** A ReAct loop to step through, break and defend. Every run is made in both languages, and the goal asks for both. */
import { defineCore } from '@/lib/labs/core';
import { type AgentRun, DEFENCES, type Defence, FAILURES, type Failure, HARD_CAP, runAgent } from './agent';
import { recall } from './policy';
import { QUESTIONS, type QuestionId, questions } from './questions';

type Locale = Parameters<typeof runAgent>[4];

/** Steps the five runs may take together. */
export const STEP_BUDGET = 30;

export type Result = {
  readonly question: QuestionId;
  readonly runs: Readonly<Record<Locale, Readonly<Record<QuestionId, AgentRun>>>>;
  /** What the model says without tools. */
  readonly recalled: Readonly<Record<QuestionId, string>>;
  /** Questions answered rightly in both languages, and steps of all five runs in the language that took more. */
  readonly right: number;
  readonly steps: number;
};

function runAll(failures: ReadonlySet<Failure>, defences: ReadonlySet<Defence>, limit: number, locale: Locale) {
  const runs = QUESTIONS.map((id) => [id, runAgent(id, failures, defences, limit, locale)] as const);
  return Object.fromEntries(runs) as Record<QuestionId, AgentRun>;
}

const recalled = Object.fromEntries(QUESTIONS.map((id) => [id, recall(questions[id])])) as Record<QuestionId, string>;

export const core = defineCore({
  id: 'react-stepper',
  params: {
    question: { kind: 'choice', options: QUESTIONS, default: 'weights' },
    failures: { kind: 'set', options: FAILURES, default: [] },
    defences: { kind: 'set', options: DEFENCES, default: [] },
    limit: { kind: 'number', min: 2, max: HARD_CAP, step: 1, default: HARD_CAP },
    step: { kind: 'number', min: 0, max: 3 * HARD_CAP, step: 1, default: 3 },
  },
  run: ({ question, failures, defences, limit }): Result => {
    const broken = new Set(failures as readonly Failure[]);
    const defended = new Set(defences as readonly Defence[]);
    const runs = { zh: runAll(broken, defended, limit, 'zh'), en: runAll(broken, defended, limit, 'en') };
    const total = (locale: Locale) => QUESTIONS.reduce((sum, id) => sum + runs[locale][id].steps, 0);
    return {
      question: question as QuestionId,
      runs,
      recalled,
      right: QUESTIONS.filter((id) => runs.zh[id].right && runs.en[id].right).length,
      steps: Math.max(total('zh'), total('en')),
    };
  },
  goal: ({ right, steps }, { failures }) => {
    const broken = failures.length / FAILURES.length;
    const progress = broken * (0.2 + (0.6 * right) / QUESTIONS.length + 0.2 * Math.min(1, STEP_BUDGET / steps));
    const met = progress > 1 - 1e-9;
    return { met, progress: met ? 1 : progress };
  },
  solution: { failures: FAILURES, defences: DEFENCES, limit: 8, step: 60 },
  predict: () => {
    const { answer } = runAgent('weights', new Set(['format']), new Set(), HARD_CAP, 'en');
    return answer === '3284' ? 'right' : answer === '1284' ? 'silent' : 'error';
  },
  table: ({ runs, recalled: memory }) => ({
    columns: ['number', 'right', 'steps', 'calls', 'refused', 'readEn', 'readZh', 'memory'],
    rows: QUESTIONS.map((id, i) => {
      const { turns, right, steps, read } = runs.en[id];
      const calls = turns.flatMap((turn) => (turn.kind === 'observation' ? turn.calls : []));
      const refused = calls.filter(({ status }) => status === 'refused').length;
      return [i + 1, right ? '✓' : '✗', steps, calls.length - refused, refused, read, runs.zh[id].read, memory[id]];
    }),
  }),
  play: {
    param: 'step',
    last: ({ runs, question }) => Math.max(runs.zh[question].turns.length, runs.en[question].turns.length),
  },
});
