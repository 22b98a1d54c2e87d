/**
 * The ReAct loop: the model writes a thought and an action, the harness runs the action and appends the observation,
 * until the model answers. The model sees nothing but the transcript.
 * Source: Yao et al. 2022, "ReAct: Synergizing Reasoning and Acting in Language Models" (arXiv 2210.03629), §2.
 * Native tool calling has since replaced the text format; the loop and the duties of the harness are the same.
 */
export type ToolStatus = 'ok' | 'empty' | 'timeout' | 'error';
export type ToolResult = { readonly status: ToolStatus; readonly text: string };
/** `call` counts the calls of this run from 1, retries included. */
export type Tool = (argument: string, call: number) => ToolResult;
export type ToolCall = {
  readonly step: number;
  readonly tool: string;
  readonly argument: string;
  readonly status: ToolStatus | 'refused';
};
export type Turn =
  | { readonly kind: 'thought' | 'action' | 'answer'; readonly step: number; readonly text: string }
  | { readonly kind: 'observation'; readonly step: number; readonly text: string; readonly calls: readonly ToolCall[] };
export type Policy = (
  transcript: readonly Turn[],
  mustAnswer: boolean,
) => { readonly thought: string; readonly action: string };
export type Harness = {
  readonly tools: Readonly<Record<string, Tool>>;
  /** Refuses an action before it runs: returns the error, or null. Null when the harness does not validate. */
  readonly validate: ((action: string) => string | null) | null;
  /** Call once more after a time-out, and ask for other words once after an empty result. */
  readonly retry: boolean;
  /** How an observation enters the transcript. */
  readonly present: (text: string) => string;
  /** At this step the model must answer. */
  readonly stepLimit: number;
  /** At this step the platform kills the run. */
  readonly hardCap: number;
};
export type ReactRun = {
  readonly turns: readonly Turn[];
  /** Null when the run was killed. */
  readonly answer: string | null;
  readonly steps: number;
};

export function runReact(policy: Policy, harness: Harness): ReactRun {
  const turns: Turn[] = [];
  let calls = 0;
  let emptyBefore = false;
  // #region react-loop
  for (let step = 1; step < harness.hardCap; step += 1) {
    const { thought, action } = policy(turns, step >= harness.stepLimit);
    turns.push({ kind: 'thought', step, text: thought });
    const parsed = parseAction(action);
    if (parsed?.tool === 'finish') return finish(parsed.argument, step);
    turns.push({ kind: 'action', step, text: action });
    const refusal = harness.validate?.(action) ?? null;
    if (refusal !== null) {
      observe(step, `Error: ${refusal}`, [{ step, tool: '–', argument: action, status: 'refused' }]);
      continue;
    }
    const tool = parsed && harness.tools[parsed.tool];
    // A harness that does not validate takes whatever is no action for the answer.
    if (!tool) return finish(action, step);
    const log: ToolCall[] = [];
    let result = call(tool, parsed, step, log);
    if (result.status === 'timeout' && harness.retry) result = call(tool, parsed, step, log);
    const hint = result.status === 'empty' && harness.retry && !emptyBefore ? ' Try once more with other words.' : '';
    emptyBefore = result.status === 'empty';
    observe(step, result.status === 'ok' ? harness.present(result.text) : result.text + hint, log);
  }
  return { turns, answer: null, steps: harness.hardCap };
  // #endregion react-loop

  function call(tool: Tool, { tool: name, argument }: Action, step: number, log: ToolCall[]): ToolResult {
    calls += 1;
    const result = tool(argument, calls);
    log.push({ step, tool: name, argument, status: result.status });
    return result;
  }
  function observe(step: number, text: string, log: readonly ToolCall[]) {
    turns.push({ kind: 'observation', step, text, calls: log });
  }
  function finish(answer: string, steps: number): ReactRun {
    turns.push({ kind: 'answer', step: steps, text: answer });
    return { turns, answer, steps };
  }
}

export type Action = { readonly tool: string; readonly argument: string };

/** `tool[argument]`, or null. */
export function parseAction(text: string): Action | null {
  const [, tool, argument] = /^([a-z]+)\[(.*)\]$/su.exec(text.trim()) ?? [];
  return tool === undefined || argument === undefined ? null : { tool, argument };
}

/** Words, numbers, signs and Han characters: what a reader would count, and about what a tokenizer does. */
export function countPieces(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}]+|\p{N}+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;
}
