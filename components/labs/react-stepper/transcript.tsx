/** What the model sees: question, thoughts, actions, observations. An injected order is marked for the reader, not for the model. */
import type { ToolCall, Turn } from '@/lib/agent/react-loop';
import type { Locale } from '@/lib/i18n/locale';
import type { AgentRun } from './agent';
import { phrases } from './phrases';
import type { strings } from './strings';

type Props = {
  readonly t: (typeof strings)['en'];
  readonly locale: Locale;
  readonly run: AgentRun;
  readonly shown: readonly Turn[];
  readonly baseline: string;
};

const row = 'grid gap-x-3 border-t border-line py-2 @lg:grid-cols-[5.5rem_minmax(0,1fr)]';
const role = 'text-sm text-soft';
const MARGIN: Readonly<Record<Turn['kind'], string>> = {
  thought: 'border-transparent',
  action: 'border-accent font-mono text-sm',
  observation: 'border-strong bg-sunken font-mono text-sm',
  answer: 'border-transparent font-semibold',
};

export function Transcript({ t, locale, run, shown, baseline }: Props) {
  const ended = shown.length === run.turns.length;
  return (
    <div className="min-w-0">
      <p className="pb-2 font-semibold">{run.question}</p>
      <p className="pb-2 text-sm text-soft">{t.baseline(baseline)}</p>
      <ol>
        {shown.map((turn, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only grows, a turn is its place
          <li key={i} className={row}>
            <span className={role}>
              {t.role[turn.kind]}
              {turn.kind === 'thought' && <span className="tabular-nums"> {turn.step}</span>}
            </span>
            <div className={`min-w-0 border-s-2 px-2 break-words whitespace-pre-wrap ${MARGIN[turn.kind]}`}>
              <WithOrder text={turn.text} order={phrases[locale].injection} />
              {turn.kind === 'answer' && (
                <span className={run.right ? 'text-good' : 'text-bad'}>
                  {' '}
                  {run.right ? '✓' : '✗'} {t.verdict(run.right)}
                </span>
              )}
              {turn.kind === 'observation' && <CallNotes t={t} calls={turn.calls} />}
            </div>
          </li>
        ))}
      </ol>
      {ended && run.answer === null && <p className="border-t border-line py-2 text-bad">✗ {t.killed}</p>}
      {!ended && <p className="border-t border-line py-2 text-sm text-soft">{t.more}</p>}
    </div>
  );
}

function WithOrder({ text, order }: { readonly text: string; readonly order: string }) {
  const at = text.indexOf(order);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-sm bg-bad-wash text-bad">{order}</mark>
      {text.slice(at + order.length)}
    </>
  );
}

/** Only what went wrong is worth a note. */
function CallNotes({ t, calls }: { readonly t: Props['t']; readonly calls: readonly ToolCall[] }) {
  const notes = calls.flatMap(({ status }, i) => [
    ...(i > 0 ? [t.again] : []),
    ...(status === 'ok' ? [] : [t.callNote[status]]),
  ]);
  return notes.length === 0 ? null : <p className="mt-1 font-ui text-xs text-warn">! {notes.join(' · ')}</p>;
}
