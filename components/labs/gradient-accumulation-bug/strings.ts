import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatInteger, formatSignificant } from '@/lib/format-number';
import type { params, Result, Way } from './core';
import { LENGTHS, STEPS } from './training';

type Strings = LabStrings<typeof params, Result> & {
  readonly weightsTitle: string;
  readonly weightsLabel: (result: Result) => string;
  readonly wholeLine: string;
  readonly weightsNote: (spread: string) => string;
  readonly listTitle: string;
  readonly batch: (number: number) => string;
  readonly tokens: (count: number) => string;
  readonly each: (weight: string) => string;
  readonly move: (name: string, batch: number) => string;
  readonly moveHint: string;
  readonly planeTitle: string;
  readonly planeLabel: (result: Result) => string;
  readonly full: string;
  readonly chosen: string;
  readonly bug: string;
  readonly cosine: string;
  readonly angle: string;
  readonly length: string;
  readonly loss: string;
  readonly offPicture: (times: string) => string;
  readonly lesson: (normalisation: keyof typeof lessonsEn) => string;
  readonly trainingTitle: string;
  readonly trainingNone: string;
  readonly whole: string;
  readonly accumulated: string;
  readonly stepAxis: string;
  readonly trainingLabel: (whole: string, accumulated: string) => string;
  readonly endTitle: string;
  readonly groups: { readonly all: string; readonly short: string; readonly long: string };
};

/** A cosine shows as many digits as the goal asks for once it comes near to 1. */
export const showCosine = (cosine: number) => (cosine === 1 ? '1' : formatFixed(cosine, cosine > 0.999 ? 7 : 3));
export const showTimes = (times: number) => `× ${times >= 100 ? formatInteger(times) : formatSignificant(times, 3)}`;
export const showAngle = (cosine: number) => `${formatFixed((Math.acos(cosine) * 180) / Math.PI, 1)}°`;

const lessonsEn = {
  'micro-mean':
    'Every micro-batch gets the same share of the gradient, however few tokens it holds. This is what loss.mean() / accumulation_steps does.',
  'sequence-mean':
    'Every name gets the same share, so a token of a short name counts for more. It can be what you want, but it is not the loss of the whole batch, and no packing changes it.',
  none: 'The direction is right and the length is off by the number of tokens. Adam divides it away and clipping cuts it, so nothing looks wrong; plain SGD would take a step that many times too long.',
  tokens:
    'Every token counts the same, however the names are packed. The number of tokens has to be known before the first backward pass, over all micro-batches (and all cards).',
} as const;
const lessonsZh: Record<keyof typeof lessonsEn, string> = {
  'micro-mean':
    '每个微批次在梯度里占一样大的份，不管里面有几个 token。loss.mean() / accumulation_steps 做的就是这件事。',
  'sequence-mean':
    '每个名字占一样大的份，短名字里的 token 就更重。有时你要的正是这个，但它不是整批的损失，换什么分法都一样。',
  none: '方向对，长度差了 token 总数那么多倍。Adam 会把它除掉，梯度裁剪会把它剪短，所以看不出毛病；换成普通的 SGD，一步就会迈出这么多倍。',
  tokens:
    '不管怎么分，每个 token 都一样重。只是要在第一次 backward 之前，就知道所有微批次（以及所有显卡）一共有多少 token。',
};

const inWords = ({ cosine, ratio }: Way) => ({ cosine: showCosine(cosine), ratio: formatSignificant(ratio, 4) });

const en: Strings = {
  params: {
    normalisation: 'What the loss is divided by',
    order: 'Who goes into which micro-batch',
    size: 'Names per micro-batch',
    assign: 'Micro-batch of each name',
    seed: 'Seed',
  },
  options: {
    normalisation: {
      'micro-mean': 'Mean of means',
      'sequence-mean': 'Mean per name',
      none: 'Sum, undivided',
      tokens: 'Sum ÷ all tokens',
    },
    order: { drawn: 'As drawn', longest: 'Longest first', balanced: 'Equal tokens', own: 'By hand' },
  },
  columns: {
    batch: 'micro-batch',
    name: 'name',
    tokens: 'tokens',
    weight: 'weight of a token',
    share: 'weight × tokens',
  },
  summary: ({ batches, chosen, meanOfMeans, spread }, { normalisation }) => {
    const { cosine, ratio } = inWords(chosen);
    const other =
      normalisation === 'micro-mean'
        ? ''
        : ` With this packing the mean of means has cosine ${showCosine(meanOfMeans.cosine)}.`;
    return `${batches.length} micro-batches, the largest with ${formatSignificant(spread, 3)} times the tokens of the smallest. “${en.options?.normalisation?.[normalisation]}” gives a gradient with cosine ${cosine} to that of the whole batch and ${ratio} times its length.${other}`;
  },
  work: () => `Train twice, ${STEPS} steps each: a few seconds`,
  weightsTitle: 'How much each token counts',
  weightsLabel: ({ batches }) =>
    batches
      .map(({ names, tokens }, m) => `micro-batch ${m + 1}: ${tokens} tokens, ${showTimes(names[0]?.weight ?? 0)}`)
      .join('; '),
  wholeLine: 'in the whole batch, × 1',
  weightsNote: (spread) =>
    `Width: tokens. Height: weight of one token. Area: share of the gradient. The largest micro-batch has ${spread} times the tokens of the smallest.`,
  listTitle: 'The eight names',
  batch: (number) => `Micro-batch ${number}`,
  tokens: (count) => `${count} tokens`,
  each: (weight) => `each ${weight}`,
  move: (name, batch) => `Move ${name} to micro-batch ${batch}`,
  moveHint: 'Press a name to move it to the next micro-batch.',
  planeTitle: 'The gradient against that of the whole batch',
  planeLabel: ({ chosen, meanOfMeans }) =>
    `Arrows from one point: the whole batch; your way at ${showAngle(chosen.cosine)} and ${formatSignificant(chosen.ratio)} times as long; the mean of means at ${showAngle(meanOfMeans.cosine)} and ${formatSignificant(meanOfMeans.ratio)} times as long.`,
  full: 'whole batch',
  chosen: 'your way',
  bug: 'mean of means',
  cosine: 'cosine',
  angle: 'angle',
  length: 'length',
  loss: 'loss reported',
  offPicture: (times) => `leaves the picture: ${times}`,
  lesson: (normalisation) => lessonsEn[normalisation],
  trainingTitle: 'What it does to a training run',
  trainingNone:
    'Not trained with these settings. The run below starts two fresh models from the same weights and shows them the same names: one takes all eight at once, one accumulates as set above.',
  whole: 'all eight at once',
  accumulated: 'accumulated',
  stepAxis: `step, of ${STEPS}`,
  trainingLabel: (whole, accumulated) =>
    `Validation loss by step. At the end ${whole} with all eight at once, ${accumulated} accumulated.`,
  endTitle: 'Validation loss per token at the end',
  groups: {
    all: 'all names',
    short: `short, up to ${LENGTHS.short} letters`,
    long: `long, from ${LENGTHS.long}`,
  },
};

const zh: Strings = {
  params: {
    normalisation: '损失除以什么',
    order: '谁进哪个微批次',
    size: '每个微批次几个名字',
    assign: '每个名字所在的微批次',
    seed: '随机种子',
  },
  options: {
    normalisation: {
      'micro-mean': '平均的平均',
      'sequence-mean': '每个名字求平均',
      none: '只求和，不除',
      tokens: '求和 ÷ 全部 token 数',
    },
    order: { drawn: '按抽到的顺序', longest: '长的在前', balanced: 'token 数相近', own: '自己分' },
  },
  columns: { batch: '微批次', name: '名字', tokens: 'token 数', weight: '每个 token 的分量', share: '分量 × token 数' },
  summary: ({ batches, chosen, meanOfMeans, spread }, { normalisation }) => {
    const { cosine, ratio } = inWords(chosen);
    const other =
      normalisation === 'micro-mean' ? '' : `同样的分法下，“平均的平均”的余弦是 ${showCosine(meanOfMeans.cosine)}。`;
    return `共 ${batches.length} 个微批次，最大的 token 数是最小的 ${formatSignificant(spread, 3)} 倍。“${zh.options?.normalisation?.[normalisation]}”得到的梯度，与整批梯度的余弦是 ${cosine}，长度是它的 ${ratio} 倍。${other}`;
  },
  work: () => `训练两遍，各 ${STEPS} 步：几秒钟`,
  weightsTitle: '每个 token 有多重',
  weightsLabel: ({ batches }) =>
    batches
      .map(({ names, tokens }, m) => `微批次 ${m + 1}：${tokens} 个 token，${showTimes(names[0]?.weight ?? 0)}`)
      .join('；'),
  wholeLine: '整批一起算时，× 1',
  weightsNote: (spread) =>
    `宽：token 数。高：一个 token 的分量。面积：在梯度里占的份。最大的微批次，token 数是最小的 ${spread} 倍。`,
  listTitle: '八个名字',
  batch: (number) => `微批次 ${number}`,
  tokens: (count) => `${count} 个 token`,
  each: (weight) => `每个 ${weight}`,
  move: (name, batch) => `把 ${name} 挪到微批次 ${batch}`,
  moveHint: '点一个名字，就把它挪到下一个微批次。',
  planeTitle: '与整批的梯度相比',
  planeLabel: ({ chosen, meanOfMeans }) =>
    `从同一点出发的箭头：整批；你选的做法偏 ${showAngle(chosen.cosine)}，长度是 ${formatSignificant(chosen.ratio)} 倍；平均的平均偏 ${showAngle(meanOfMeans.cosine)}，长度是 ${formatSignificant(meanOfMeans.ratio)} 倍。`,
  full: '整批',
  chosen: '你选的做法',
  bug: '平均的平均',
  cosine: '余弦',
  angle: '夹角',
  length: '长度',
  loss: '报出的损失',
  offPicture: (times) => `长出图外：${times}`,
  lesson: (normalisation) => lessonsZh[normalisation],
  trainingTitle: '训练下来差多少',
  trainingNone:
    '这组设置还没有训练过。按下面的按钮，两个新模型会从同样的权重出发，看同样的名字：一个每步八个名字一起算，一个按上面的设置累积。',
  whole: '八个一起算',
  accumulated: '累积',
  stepAxis: `步，共 ${STEPS} 步`,
  trainingLabel: (whole, accumulated) => `验证损失随步数的变化。最后，八个一起算是 ${whole}，累积是 ${accumulated}。`,
  endTitle: '训练结束时每个 token 的验证损失',
  groups: {
    all: '所有名字',
    short: `短的，不超过 ${LENGTHS.short} 个字母`,
    long: `长的，不少于 ${LENGTHS.long} 个`,
  },
};

export const strings = { en, zh };
export type AccumulationStrings = Strings;
