import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatInteger, formatSignificant } from '@/lib/format-number';
import type { BaselineName } from '@/lib/thread/baseline-losses';
import type { Line, params, Result } from './core';
import { BOUNDARY_SIGN, type Mistake } from './mistakes';

const share = (p: number) => `${formatSignificant(100 * p, 2)}%`;
const contextOf = ({ name, at }: Mistake) => BOUNDARY_SIGN + name.slice(0, at);

type Strings = LabStrings<typeof params, Result> & {
  readonly more: string;
  readonly train: string;
  readonly pause: string;
  readonly resume: string;
  readonly oneStep: string;
  readonly stop: string;
  readonly busy: string;
  readonly anyway: string;
  readonly status: (step: number, steps: number) => string;
  readonly speed: (perSecond: string) => string;
  readonly left: (seconds: number) => string;
  readonly diverged: string;
  readonly failed: string;
  readonly lossTitle: string;
  readonly lossNote: string;
  readonly lines: Readonly<Record<BaselineName, string>>;
  readonly samplesTitle: (step: number) => string;
  readonly samplesNote: string;
  readonly known: string;
  readonly noSamples: string;
  readonly insideTitle: (step: number | null) => string;
  readonly lookAt: (step: number) => string;
  readonly headsNote: string;
  readonly headLabel: (layer: number, head: number) => string;
  readonly headText: (layer: number, head: number, from: string, to: string, share: string) => string;
  readonly lettersTitle: string;
  readonly lettersNote: string;
  readonly mistakesTitle: string;
  readonly mistakesNote: string;
  readonly mistakeAt: (mistake: Mistake) => string;
  readonly copyRun: string;
  readonly copied: string;
  readonly runLosses: (losses: { train: string; validation: string; trigram: string }) => string;
  readonly runSize: (parameters: number, tokens: number) => string;
  readonly shelfTitle: string;
  readonly shelfNote: string;
  readonly empty: string;
  readonly blocked: string;
  readonly unreadable: (count: number) => string;
  readonly modelName: (width: string, steps: number) => string;
  readonly autoKept: string;
  readonly useIt: string;
  readonly inUse: string;
  readonly rename: string;
  readonly download: string;
  readonly remove: string;
  readonly undoRemove: string;
  readonly importFile: string;
  readonly imported: (name: string) => string;
  readonly problems: Readonly<Record<string, string>>;
  readonly lossOf: (loss: string) => string;
};

const beatenEn: Readonly<Record<Line, string>> = {
  none: 'It does not beat blind guessing yet.',
  uniform: 'It beats blind guessing.',
  unigram: 'It beats counting letters.',
  bigram: 'It beats counting letter pairs.',
  trigram: 'It beats counting letter triples.',
};
const rateOptions = Object.fromEntries(
  ['0.0003', '0.001', '0.003', '0.01', '0.03', '0.1', '1'].map((rate) => [rate, rate]),
);
const batchOptions = { '8': '8', '32': '32', '64': '64' };

const en: Strings = {
  params: {
    size: 'Size of the model',
    rate: 'Learning rate',
    steps: 'Steps',
    batch: 'Names in a step',
    schedule: 'Learning rate over time',
    name: 'A name to look at',
    look: 'Look at the model of step',
    seed: 'Seed',
  },
  options: {
    size: { small: '16 wide, 1 layer', medium: '32 wide, 2 layers', large: '64 wide, 2 layers' },
    rate: rateOptions,
    batch: batchOptions,
    schedule: { cosine: 'warm-up and cosine', constant: 'constant' },
  },
  columns: { step: 'Step', train: 'Training loss', validation: 'Validation loss' },
  work: ({ steps }) => `Train ${formatInteger(Number(steps))} steps`,
  summary: ({ training, loss, beaten, parameters }) =>
    !training || loss === null
      ? `${formatInteger(parameters)} parameters, not trained yet. The dashed lines are what counting letters reaches on names it has not counted.`
      : `${training.phase === 'diverged' ? 'The run diverged' : `Step ${formatInteger(training.step)} of ${formatInteger(training.steps)}`}: validation loss ${formatFixed(loss, 3)} nats, as unsure as among ${formatSignificant(Math.exp(loss), 3)} characters. ${beatenEn[beaten]}`,
  more: 'Batch size and schedule',
  train: 'Train',
  pause: 'Pause',
  resume: 'Go on',
  oneStep: 'One step',
  stop: 'Stop',
  busy: 'Another tab is training. Two runs share one processor and both become slow.',
  anyway: 'Train here too',
  status: (step, steps) => `step ${formatInteger(step)} of ${formatInteger(steps)}`,
  speed: (perSecond) => `${perSecond} tokens/s`,
  left: (seconds) => `about ${seconds}\u00a0s left`,
  diverged:
    'The loss left the range where anything can be learned: the steps are too long, each one overshoots, and the weights grow. Lower the learning rate, or warm up with the cosine schedule.',
  failed: 'The training stopped with an error. Nothing that was kept is lost. Try again.',
  lossTitle: 'Loss, nats per character',
  lossNote:
    'Steps from left to right. Dots: loss on 256 names the model is not trained on. Thin line: on the batch it is just learning.',
  lines: { uniform: 'blind guess', unigram: 'letters counted', bigram: 'pairs counted', trigram: 'triples counted' },
  samplesTitle: (step) => `What it writes at step ${formatInteger(step)}`,
  samplesNote: 'Drawn character by character at temperature 1.',
  known: 'in the training data',
  noSamples: 'Once it trains, names that it makes up appear here.',
  insideTitle: (step) =>
    step === null ? 'Inside the model that ships with the site' : `Inside your model at step ${formatInteger(step)}`,
  lookAt: (step) => `Look at the model of step ${formatInteger(step)}`,
  headsNote:
    'One square a head. Row: the character that asks. Column: the character it looks at. Stronger colour is more. The dot · is the start of the name.',
  headLabel: (layer, head) => `layer ${layer + 1}, head ${head + 1}`,
  headText: (layer, head, from, to, share) =>
    `Layer ${layer + 1}, head ${head + 1}: the last character “${from}” looks most at “${to}” (${share}).`,
  lettersTitle: 'How it places the characters',
  lettersNote:
    'Token embeddings on their first two principal directions. What is used alike tends to lie close. Those far out are drawn at the edge.',
  mistakesTitle: 'Its three worst names',
  mistakesNote:
    'The taller the bar, the less the model expected that character. The dot · is the start or the end of the name. Why was it surprised?',
  mistakeAt: (mistake) =>
    `After “${contextOf(mistake)}” it gave “${mistake.token}” ${share(mistake.p)}. It expected ${mistake.guesses.map(({ token, p }) => `“${token}” ${share(p)}`).join(', ')}. Counting triples gives “${mistake.token}” ${share(mistake.counted)}.`,
  copyRun: 'Copy this run as text',
  copied: 'Copied. Keep it as evidence in the milestone, or in your notes.',
  runLosses: ({ train, validation, trigram }) =>
    `training loss ${train}, validation loss ${validation}, triples counted ${trigram} (nats per character)`,
  runSize: (parameters, tokens) => `${formatInteger(parameters)} parameters, ${formatInteger(tokens)} tokens read`,
  shelfTitle: 'Your models',
  shelfNote:
    'They are stored in this browser only. The labs that quantize, prune, adapt or attack a model work on the one in use.',
  empty: 'None yet. A finished run is kept here by itself.',
  blocked: 'This browser does not let the site store anything. You can still train; download the model to keep it.',
  unreadable: (count) => `${count} stored by a newer version of this site: left as they are.`,
  modelName: (width, steps) => `${width} wide, ${formatInteger(steps)} steps`,
  autoKept: 'Kept in this browser.',
  useIt: 'Use',
  inUse: 'in use',
  rename: 'Name',
  download: 'Download',
  remove: 'Delete',
  undoRemove: 'Undo delete',
  importFile: 'Import a model file',
  imported: (name) => `“${name}” is imported and in use.`,
  problems: {
    'too-large': 'This file is too large for a model of these labs.',
    'not-a-checkpoint': 'This is not a model file of this site.',
    'newer-schema': 'This file was written by a newer version of this site. Reload the page and try again.',
    'bad-shape': 'The file describes a model of a shape that cannot be.',
    'bad-weights': 'The weights in this file are incomplete or not numbers.',
    damaged: 'The file is damaged: its contents do not fit together.',
    full: 'There is no room for another model: delete one first.',
    blocked: 'This browser does not let the site store it.',
    unreadable: 'The file could not be read.',
  },
  lossOf: (loss) => `loss ${loss}`,
};

const beatenZh: Readonly<Record<Line, string>> = {
  none: '还不如瞎猜。',
  uniform: '已经好过瞎猜。',
  unigram: '已经好过只数单个字符。',
  bigram: '已经好过数相邻两个字符。',
  trigram: '已经好过数相邻三个字符。',
};

const zh: Strings = {
  params: {
    size: '模型大小',
    rate: '学习率',
    steps: '训练步数',
    batch: '每步的函数名个数',
    schedule: '学习率怎样变化',
    name: '细看哪个名字',
    look: '看第几个快照',
    seed: '随机种子',
  },
  options: {
    size: { small: '宽 16，1 层', medium: '宽 32，2 层', large: '宽 64，2 层' },
    rate: rateOptions,
    batch: batchOptions,
    schedule: { cosine: '预热加余弦', constant: '不变' },
  },
  columns: { step: '步', train: '训练损失', validation: '验证损失' },
  work: ({ steps }) => `训练 ${formatInteger(Number(steps))} 步`,
  summary: ({ training, loss, beaten, parameters }) =>
    !training || loss === null
      ? `${formatInteger(parameters)} 个参数，还没有训练。虚线是数字符的统计模型在没见过的名字上能达到的损失。`
      : `${training.phase === 'diverged' ? '训练发散了' : `第 ${formatInteger(training.step)} 步，共 ${formatInteger(training.steps)} 步`}：验证损失 ${formatFixed(loss, 3)} nat，相当于在 ${formatSignificant(Math.exp(loss), 3)} 个字符之间拿不定主意。${beatenZh[beaten]}`,
  more: '批大小与学习率调度',
  train: '开始训练',
  pause: '暂停',
  resume: '继续',
  oneStep: '走一步',
  stop: '停止',
  busy: '另一个标签页正在训练。两边会抢同一个处理器，都会变慢。',
  anyway: '这里也要训练',
  status: (step, steps) => `第 ${formatInteger(step)} 步，共 ${formatInteger(steps)} 步`,
  speed: (perSecond) => `每秒 ${perSecond} 个词元`,
  left: (seconds) => `大约还要 ${seconds} 秒`,
  diverged:
    '损失已经跑出能学习的范围：步子太大，每一步都越过谷底，权重越来越大。把学习率调低，或改用带预热的余弦调度。',
  failed: '训练出错停下了，已保存的模型没有丢。请再试一次。',
  lossTitle: '损失（nat/字符）',
  lossNote: '从左到右是训练步数。圆点：在 256 个没训练过的名字上的损失；细线：正在学的这一批上的损失。',
  lines: { uniform: '瞎猜', unigram: '数单个字符', bigram: '数两个字符', trigram: '数三个字符' },
  samplesTitle: (step) => `第 ${formatInteger(step)} 步时它写出的名字`,
  samplesNote: '温度为 1，逐个字符抽样。',
  known: '训练数据里有',
  noSamples: '开始训练后，它编出来的名字会出现在这里。',
  insideTitle: (step) => (step === null ? '网站自带模型的内部' : `你的模型在第 ${formatInteger(step)} 步的内部`),
  lookAt: (step) => `看第 ${formatInteger(step)} 步的模型`,
  headsNote: '一个方块是一个注意力头。行：正在提问的字符；列：它看向的字符；颜色越浓，看得越多。圆点 · 是名字的开头。',
  headLabel: (layer, head) => `第 ${layer + 1} 层第 ${head + 1} 头`,
  headText: (layer, head, from, to, share) =>
    `第 ${layer + 1} 层第 ${head + 1} 头：最后一个字符“${from}”看得最多的是“${to}”（${share}）。`,
  lettersTitle: '它把字符放在哪里',
  lettersNote: '词元嵌入在前两个主方向上的位置。用法相近的字符往往靠在一起。离得太远的画在边上。',
  mistakesTitle: '它错得最厉害的三个名字',
  mistakesNote: '柱子越高，模型越没料到这个字符。圆点 · 是名字的开头或结尾。想一想，它为什么没料到？',
  mistakeAt: (mistake) =>
    `读到“${contextOf(mistake)}”，它给“${mistake.token}”的概率只有 ${share(mistake.p)}；更看好的是${mistake.guesses.map(({ token, p }) => `“${token}” ${share(p)}`).join('、')}。数三个字符的统计模型给“${mistake.token}” ${share(mistake.counted)}。`,
  copyRun: '把这次训练复制成文字',
  copied: '已复制。可以贴到里程碑的“我的成果”里，或记进笔记。',
  runLosses: ({ train, validation, trigram }) =>
    `训练损失 ${train}，验证损失 ${validation}，数三个字符 ${trigram}（nat/字符）`,
  runSize: (parameters, tokens) => `${formatInteger(parameters)} 个参数，读过 ${formatInteger(tokens)} 个词元`,
  shelfTitle: '你的模型',
  shelfNote: '只存在这个浏览器里。后面做量化、剪枝、微调、攻击的实验，用的都是“使用中”的那一个。',
  empty: '还没有。训练完成的模型会自动存到这里。',
  blocked: '浏览器不允许本站存储数据。照样可以训练，想留下模型请下载。',
  unreadable: (count) => `有 ${count} 个是更新版本的网站存的，原样保留。`,
  modelName: (width, steps) => `宽 ${width}，${formatInteger(steps)} 步`,
  autoKept: '已存在这个浏览器里。',
  useIt: '使用',
  inUse: '使用中',
  rename: '名称',
  download: '下载',
  remove: '删除',
  undoRemove: '撤销删除',
  importFile: '导入模型文件',
  imported: (name) => `已导入“${name}”，现在用的就是它。`,
  problems: {
    'too-large': '文件太大，不是这些实验的模型。',
    'not-a-checkpoint': '这不是本站的模型文件。',
    'newer-schema': '这个文件由更新版本的网站写出。请刷新页面再试。',
    'bad-shape': '文件里的模型形状不成立。',
    'bad-weights': '文件里的权重不完整，或者不是数字。',
    damaged: '文件已损坏：内容互相对不上。',
    full: '放不下更多模型了，请先删掉一个。',
    blocked: '浏览器不允许本站存储它。',
    unreadable: '文件读不出来。',
  },
  lossOf: (loss) => `损失 ${loss}`,
};

export const strings = { en, zh };
export type TrainStrings = Strings;
