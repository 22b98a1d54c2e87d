/**
 * Stands in for the language model: rules instead of weights, so that every run can be repeated. It decides from the
 * transcript alone, so whatever a tool or the harness writes there changes what it does, for better and for worse.
 */
import { calculate } from '@/lib/agent/calculator';
import { type Policy, parseAction, type Turn } from '@/lib/agent/react-loop';
import type { Locale } from '@/lib/i18n/locale';
import { phrases } from './phrases';
import type { Fact, Question } from './questions';

type Options = { readonly question: Question; readonly text: string; readonly locale: Locale; readonly slip: boolean };

/** `text` is the question as it reached the model; `slip` makes it forget the closing bracket of its first action. */
export function createPolicy({ question, text, locale, slip }: Options): Policy {
  const say = phrases[locale];
  return (transcript, mustAnswer) => {
    const decided = decide(transcript, mustAnswer);
    const first = !transcript.some(({ kind }) => kind === 'action');
    return slip && first && !mustAnswer ? { ...decided, action: decided.action.slice(0, -1) } : decided;
  };

  function decide(transcript: readonly Turn[], mustAnswer: boolean) {
    const observations = transcript.filter((turn) => turn.kind === 'observation').map((turn) => turn.text);
    const last = observations.at(-1) ?? '';
    const action = transcript.findLast((turn) => turn.kind === 'action')?.text ?? '';
    const parsed = parseAction(action);
    const order = say.injected.exec(outsideData(last))?.[1];
    const value = parsed?.tool === 'calculator' ? /^-?[\d.]+$/.exec(insideData(last))?.[0] : undefined;
    const known = new Map(question.facts.flatMap((fact) => read(fact, observations)));

    if (order !== undefined) return { thought: say.obey, action: `finish[${order}]` };
    if (value !== undefined) return { thought: say.done, action: `finish[${value}]` };
    if (mustAnswer) return { thought: say.forced, action: `finish[${answerFrom(known)}]` };
    if (/malformed action/.test(last)) return { thought: say.fixAction, action: `${action}]` };
    if (/not allowed in a number/.test(last)) return { thought: say.fixNumber, action: action.replaceAll(',', '') };
    const stuck = /^Error/.test(last) || (/^No results/.test(last) && !/other words/.test(last));
    if (stuck) return { thought: say.giveUp, action: `finish[${recall(question)}]` };

    const missing = question.facts.find(({ name }) => !known.has(name));
    if (missing)
      return {
        thought: thoughtFor(missing, transcript, last),
        action: `search[${nextQuery(missing, transcript, observations)}]`,
      };
    return question.expression === null
      ? { thought: say.done, action: `finish[${answerFrom(known)}]` }
      : { thought: say.compute, action: `calculator[${fill(question.expression, known)}]` };
  }

  function read(fact: Fact, observations: readonly string[]): readonly (readonly [string, string])[] {
    const found = observations.map((seen) => fact.pattern[locale].exec(seen)?.[1]).find((hit) => hit !== undefined);
    return found === undefined ? [] : [[fact.name, found]];
  }

  /** The whole question at first; short queries once the search has come up empty, or has been tried. */
  function nextQuery(fact: Fact, transcript: readonly Turn[], observations: readonly string[]): string {
    const short = fact.queries[locale];
    const tried = searches(transcript).filter((query) => query === text || short.includes(query)).length;
    if (tried === 0 && !observations.some((seen) => /^No results/.test(seen))) return text;
    return short[tried % short.length] ?? text;
  }

  function thoughtFor(fact: Fact, transcript: readonly Turn[], last: string): string {
    if (/^No results/.test(last)) return say.rephrase;
    const tried = searches(transcript).at(-1);
    const looked = tried !== undefined && (tried === text || fact.queries[locale].includes(tried));
    return looked ? say.notThere : say.needFact;
  }

  function fill(expression: string, known: ReadonlyMap<string, string>): string {
    const given = (question.given && new RegExp(question.given.source, 'g').exec(text)?.[1]) ?? '';
    return expression.replace(/\{(\w+)\}/g, (_, name: string) => (name === '1' ? given : (known.get(name) ?? '')));
  }

  /** Without a computed value only a fact that is itself the answer will do; the rest is honestly unknown. */
  function answerFrom(known: ReadonlyMap<string, string>): string {
    const [only] = question.expression === null ? known.values() : [];
    return only ?? say.unknown;
  }
}

/** What the model answers with no tools: stale facts, and arithmetic to two digits. */
export function recall(question: Question): string {
  const facts = new Map(question.facts.map(({ name, memory }) => [name, memory]));
  const given = question.given?.exec(question.text.en)?.[1] ?? '';
  if (question.expression === null) return question.facts[0]?.memory ?? '0';
  const expression = question.expression.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === '1' ? given : (facts.get(name) ?? '0'),
  );
  const exact = calculate(expression, { comma: 'last' });
  return exact.ok ? String(Number(Number(exact.value).toPrecision(2))) : '0';
}

function searches(transcript: readonly Turn[]): readonly string[] {
  return transcript.flatMap((turn) => {
    const parsed = turn.kind === 'action' ? parseAction(turn.text) : null;
    return parsed?.tool === 'search' ? [parsed.argument] : [];
  });
}

const outsideData = (text: string) => text.replace(/<data>[\s\S]*?<\/data>/g, '');
const insideData = (text: string) => text.replace(/<\/?data>/g, '').trim();
