import type { LabStrings } from '@/components/labs/frame/lab-types';
import type { ToolCall, Turn } from '@/lib/agent/react-loop';
import { type core, type Result, STEP_BUDGET } from './core';
import { QUESTIONS } from './questions';

type Own = {
  readonly questionButton: (number: number, right: boolean) => string;
  readonly role: Readonly<Record<Turn['kind'] | 'question', string>>;
  readonly callNote: Readonly<Record<ToolCall['status'], string>>;
  readonly again: string;
  readonly verdict: (right: boolean) => string;
  readonly killed: string;
  readonly baseline: (answer: string) => string;
  readonly stats: { readonly right: string; readonly steps: string; readonly calls: string; readonly read: string };
  readonly of: (part: number, whole: number) => string;
  readonly log: string;
  readonly noCalls: string;
  readonly standIn: string;
  readonly more: string;
};
type Strings = LabStrings<typeof core.params, Result> & Own;

const en: Strings = {
  params: {
    question: 'Question',
    failures: 'Break it',
    defences: 'Defend the harness',
    limit: 'Step limit: must answer at step',
    step: 'Shown so far',
  },
  options: {
    question: { weights: '1', memory: '2', percent: '3', cost: '4', lisbon: '5' },
    failures: {
      malformed: 'first action malformed',
      timeout: 'first tool call times out',
      empty: 'search must match every word',
      format: 'numbers written 1,642',
      injection: 'page carries an instruction',
    },
    defences: {
      validate: 'validate actions and arguments',
      retry: 'retry once',
      data: 'mark observations as data',
    },
  },
  format: {
    limit: (n) => (n === 20 ? 'no limit: the platform kills the run at 20' : `answer at step ${n} at the latest`),
  },
  columns: {
    number: 'Question',
    right: 'Right',
    steps: 'Steps',
    calls: 'Tool calls',
    refused: 'Refused',
    readEn: 'Tokens read (about), English',
    readZh: 'Tokens read (about), Chinese',
    memory: 'Without tools',
  },
  questionButton: (number, right) => `Question ${number}, ends ${right ? 'right' : 'wrong'}`,
  role: { question: 'Question', thought: 'Thought', action: 'Action', observation: 'Observation', answer: 'Answer' },
  callNote: {
    ok: 'ran',
    empty: 'nothing found',
    timeout: 'timed out',
    error: 'failed',
    refused: 'refused before it ran',
  },
  again: 'called again',
  verdict: (right) => (right ? 'right' : 'wrong'),
  killed: 'Killed at step 20 without an answer.',
  baseline: (answer) => `Without tools the model says ${answer}: wrong.`,
  stats: { right: 'questions right', steps: 'steps, all five', calls: 'tool calls', read: 'tokens read (about)' },
  of: (part, whole) => `${part} of ${whole}`,
  log: 'Tool calls of this question',
  noCalls: 'No call yet.',
  standIn:
    'The model is a rule-based stand-in that sees only the transcript, so every run repeats. A real model heeds a data mark less reliably: also give it no tool that could do harm.',
  more: 'Step to go on.',
  summary: ({ runs, question, right, steps }) => {
    const { answer, right: good, steps: own } = runs.en[question];
    const end =
      answer === null
        ? 'is killed without an answer'
        : `ends after ${own} steps with “${answer}”, ${good ? 'right' : 'wrong'}`;
    return `Question ${QUESTIONS.indexOf(question) + 1} ${end}. ${right} of 5 right, ${steps} steps in all (goal: at most ${STEP_BUDGET}).`;
  },
};

const zh: Strings = {
  params: {
    question: '问题',
    failures: '制造故障',
    defences: '给外壳加防护',
    limit: '步数上限：最迟在第几步作答',
    step: '已显示到',
  },
  options: {
    question: { weights: '1', memory: '2', percent: '3', cost: '4', lisbon: '5' },
    failures: {
      malformed: '第一个动作格式出错',
      timeout: '第一次工具调用超时',
      empty: '搜索要求命中每个词',
      format: '数字写成 1,642',
      injection: '网页里夹带指令',
    },
    defences: { validate: '校验动作与参数', retry: '失败重试一次', data: '把观察标记为数据' },
  },
  format: { limit: (n) => (n === 20 ? '不设上限：平台在第 20 步强行终止' : `最迟第 ${n} 步作答`) },
  columns: {
    number: '问题',
    right: '正确',
    steps: '步数',
    calls: '工具调用',
    refused: '被拦下',
    readEn: '读入词元约数（英文）',
    readZh: '读入词元约数（中文）',
    memory: '不用工具',
  },
  questionButton: (number, right) => `问题 ${number}，结果${right ? '正确' : '错误'}`,
  role: { question: '问题', thought: '思考', action: '动作', observation: '观察', answer: '答案' },
  callNote: { ok: '已执行', empty: '没有结果', timeout: '超时', error: '出错', refused: '执行前被拦下' },
  again: '又调用了一次',
  verdict: (right) => (right ? '正确' : '错误'),
  killed: '跑到第 20 步被强行终止，没有答案。',
  baseline: (answer) => `不用工具时，模型回答 ${answer}：错误。`,
  stats: { right: '答对的问题', steps: '五题总步数', calls: '工具调用', read: '读入词元（约）' },
  of: (part, whole) => `${part} / ${whole}`,
  log: '本题的工具调用',
  noCalls: '还没有调用。',
  standIn:
    '这里的“模型”是一套规则，只看得到这份记录，所以每次运行都能重现。真实模型不会这么听话：数据标记只能降低风险，更要紧的是不给它会闯祸的工具。',
  more: '按“前进一步”继续。',
  summary: ({ runs, question, right, steps }) => {
    const { answer, right: good, steps: own } = runs.zh[question];
    const end =
      answer === null ? '被强行终止，没有答案' : `用了 ${own} 步，答案是“${answer}”，${good ? '正确' : '错误'}`;
    return `问题 ${QUESTIONS.indexOf(question) + 1} ${end}。5 题答对 ${right} 题，共 ${steps} 步（目标：不超过 ${STEP_BUDGET} 步）。`;
  },
};

export const strings = { en, zh };
