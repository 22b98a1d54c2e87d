import type { LabStrings } from '@/components/labs/frame/lab-types';
import type { core, Result } from './core';
import { LINES } from './script';

const lines = (name: (n: number) => string) => Object.fromEntries(LINES.map(({ id }, i) => [id, name(i + 1)]));

const score = (value: number) => value.toFixed(2);

type Own = {
  readonly script: string;
  readonly hint: string;
  readonly markLine: (number: number, marked: boolean) => string;
  readonly tally: (result: Result) => string;
  readonly repairsHead: string;
  readonly output: string;
  readonly noRun: string;
  /** Heading of the scores; where they were measured, once they were. */
  readonly scores: (on: 'validation' | 'train' | null) => string;
  readonly accuracy: string;
  readonly macroF1: string;
  readonly majority: (value: string) => string;
  readonly notReported: string;
  readonly on: Readonly<Record<'validation' | 'train', string>>;
  readonly loss: string;
  readonly lossLabel: (first: string, last: string) => string;
  readonly confusion: string;
  readonly trueClass: string;
  readonly classes: readonly string[];
  readonly standIn: string;
};
type Strings = LabStrings<typeof core.params, Result> & Own;

const en: Strings = {
  params: { marks: 'Lines marked as faulty', repairs: 'Repairs', seed: 'Seed' },
  options: {
    marks: lines((n) => `Line ${n}`),
    repairs: {
      'define-dataset': 'Train on encoded["train"]',
      'processing-class': 'Pass processing_class',
      tokenize: 'Tokenize with .map(…)',
      'num-labels': 'num_labels=3',
      evaluate: 'Evaluate each epoch on validation',
      'macro-f1': 'Report macro-F1 too',
      'learning-rate': 'Learning rate 2e-5',
      'drop-tokenizer': 'Delete tokenizer=…',
      'evaluate-on-train': 'Evaluate each epoch on train',
      'more-epochs': 'Train 6 epochs',
    },
  },
  columns: {
    class: 'Class',
    support: 'Tickets',
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    baselineF1: 'F1 of the majority',
  },
  script: 'train.py',
  hint: 'Click the lines you think are faulty. Arrow keys move, Space marks.',
  markLine: (number, marked) => `Line ${number}${marked ? ', marked as faulty' : ''}`,
  tally: ({ marked, found, needless, faults }) =>
    marked === 0
      ? `${faults} lines are faulty. None marked yet.`
      : `${found} of ${faults} faulty lines found, ${needless} marked without need.`,
  repairsHead: 'Repairs (not all of them help)',
  output: 'What the run prints',
  noRun: 'No scores: the run did not get that far.',
  scores: (on) => `Scores against always answering “question”${on ? `, ${en.on[on]}` : ''}`,
  accuracy: 'Accuracy',
  macroF1: 'Macro-F1',
  majority: (value) => `majority ${value}`,
  notReported: 'compute_metrics does not report it',
  on: { validation: 'on 160 tickets it never saw', train: 'on the 240 tickets it was trained on' },
  loss: 'Training loss by step, log scale; dashed: guessing, ln 3',
  lossLabel: (first, last) => `${first} → ${last}`,
  confusion: 'What it answered',
  trueClass: 'true class',
  classes: ['question', 'complaint', 'praise'],
  standIn:
    'Scores come from a small stand-in trained in this page: same optimizer, schedule and batches as the Trainer, no pre-training, so its rate is the script’s times 5,000.',
  summary: (result) => {
    const { run, reportsMacroF1 } = result;
    if (run.error) {
      const where = {
        build: 'before training',
        train: `in step ${run.losses.length + 1} of ${run.totalSteps}`,
        evaluate: 'after all training was paid for',
        done: '',
      };
      return `The run stops ${where[run.stage]}: ${run.error.type}. ${en.tally(result)}`;
    }
    const { report, baseline } = run.evaluation ?? { report: run.baseline, baseline: run.baseline };
    const metrics = reportsMacroF1
      ? `accuracy ${score(report.accuracy)} (majority ${score(baseline.accuracy)}), macro-F1 ${score(report.macroF1)} (majority ${score(baseline.macroF1)})`
      : `accuracy ${score(report.accuracy)}, where the majority class alone gets ${score(baseline.accuracy)}`;
    return `The run ends with ${metrics}, measured ${en.on[run.evaluation?.on ?? 'validation']}. ${en.tally(result)}`;
  },
};

const zh: Strings = {
  params: { marks: '标为有错的行', repairs: '修复', seed: '随机种子' },
  options: {
    marks: lines((n) => `第 ${n} 行`),
    repairs: {
      'define-dataset': '用 encoded["train"] 训练',
      'processing-class': '改用 processing_class',
      tokenize: '用 .map(…) 分词',
      'num-labels': 'num_labels=3',
      evaluate: '每轮在验证集上评估',
      'macro-f1': '同时报告宏 F1',
      'learning-rate': '学习率改为 2e-5',
      'drop-tokenizer': '删掉 tokenizer=…',
      'evaluate-on-train': '每轮在训练集上评估',
      'more-epochs': '训练 6 轮',
    },
  },
  columns: {
    class: '类别',
    support: '工单数',
    precision: '精确率',
    recall: '召回率',
    f1: 'F1',
    baselineF1: '多数类基线的 F1',
  },
  script: 'train.py',
  hint: '点击你认为有错的行。方向键移动，空格标记。',
  markLine: (number, marked) => `第 ${number} 行${marked ? '，已标为有错' : ''}`,
  tally: ({ marked, found, needless, faults }) =>
    marked === 0 ? `共有 ${faults} 行有错，还没有标记。` : `${faults} 行错误已找到 ${found} 行，误标 ${needless} 行。`,
  repairsHead: '修复（并非每项都有用）',
  output: '运行输出',
  noRun: '没有分数：程序没跑到那一步。',
  scores: (on) => `${on ? `${zh.on[on]}的分数` : '分数'}，对照“永远回答 question”`,
  accuracy: '准确率',
  macroF1: '宏 F1',
  majority: (value) => `多数类 ${value}`,
  notReported: 'compute_metrics 没有报告这一项',
  on: { validation: '在没见过的 160 条工单上', train: '在训练用过的 240 条工单上' },
  loss: '逐步训练损失，对数刻度；虚线：瞎猜，ln 3',
  lossLabel: (first, last) => `${first} → ${last}`,
  confusion: '模型答了什么',
  trueClass: '真实类别',
  classes: ['question', 'complaint', 'praise'],
  standIn:
    '分数来自页面里当场训练的小替身：优化器、调度、批次都与 Trainer 一致，但没有预训练，所以学习率是脚本的 5000 倍。',
  summary: (result) => {
    const { run, reportsMacroF1 } = result;
    if (run.error) {
      const where = {
        build: '还没开始训练',
        train: `训练到第 ${run.losses.length + 1} 步（共 ${run.totalSteps} 步）`,
        evaluate: '训练全部跑完之后',
        done: '',
      };
      return `程序停在：${where[run.stage]}，报 ${run.error.type}。${zh.tally(result)}`;
    }
    const { report, baseline } = run.evaluation ?? { report: run.baseline, baseline: run.baseline };
    const metrics = reportsMacroF1
      ? `准确率 ${score(report.accuracy)}（多数类 ${score(baseline.accuracy)}），宏 F1 ${score(report.macroF1)}（多数类 ${score(baseline.macroF1)}）`
      : `准确率 ${score(report.accuracy)}，而只答多数类也有 ${score(baseline.accuracy)}`;
    return `程序跑完，${zh.on[run.evaluation?.on ?? 'validation']}测得${metrics}。${zh.tally(result)}`;
  },
};

export const strings = { en, zh };
