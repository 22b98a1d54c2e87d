import { formatFixed, formatPercent, formatSignificant } from '@/lib/format-number';
import { GOAL, type Result, type Values } from './core';
import { leaders, power, scientific } from './number-text';
import type { Lane } from './race';
import type { RaceStrings } from './strings';
import { BATCH, STEPS, WEIGHT_DECAY } from './trace';

const lanes: Readonly<Record<Lane, string>> = {
  gd: '梯度下降',
  momentum: '动量',
  nesterov: 'Nesterov',
  adam: 'Adam',
  adamw: 'AdamW',
};

const stateOf = (result: Result, values: Values): string => {
  const { weight } = result;
  if (values.view === 'model') {
    if (!weight) return '还没有跑这段训练。';
    const one = weight.steps[values.moment - 1];
    if (!one) return '没有这一步。';
    const root = values.method === 'momentum' ? '' : `，√v 为 ${scientific(Math.sqrt(one.v))}`;
    return `第 ${values.moment} 步（共 ${STEPS} 步）：梯度 ${scientific(one.g)}，m 为 ${scientific(one.m)}${root}，权重改变 ${scientific(one.change)}，变成 ${formatSignificant(one.w, 4)}。`;
  }
  const { lead, lost } = leaders(result);
  const tail = lost.length > 0 ? `已经发散的有：${lost.map((lane) => lanes[lane]).join('、')}，学习率太大。` : '';
  return lead
    ? `走了 ${result.step} 步，领先：${lanes[lead.lane]}，离最低点的高度还有 ${scientific(lead.loss)}。${tail}`
    : '全部发散：学习率都太大了。';
};

export const zh: RaceStrings = {
  params: {
    view: '看什么',
    surface: '曲面',
    kappa: '条件数 κ',
    rate: '学习率 α（梯度下降、动量、Nesterov）',
    beta: '动量系数 β',
    adamRate: 'Adam、AdamW 的学习率',
    start: '起点',
    step: '比赛进行到第几步',
    method: '优化器',
    matrix: '矩阵',
    row: '权重所在的行',
    column: '权重所在的列',
    moment: '训练步',
    seed: '随机种子',
  },
  options: {
    view: { surface: '两个权重', model: '真实模型' },
    surface: { bowl: '狭长的碗', valley: 'Rosenbrock', saddle: '鞍点', noisy: '带噪声的碗' },
    kappa: { '1': '1', '10': '10', '100': '100', '1000': '1,000' },
    method: { adam: 'Adam', 'adam-l2': 'Adam + L2', adamw: 'AdamW', momentum: 'SGD，动量 0.9' },
    matrix: {
      wte: 'token 嵌入',
      wpe: '位置嵌入',
      'layer0.wq': 'query',
      'layer0.wk': 'key',
      'layer0.wv': 'value',
      'layer0.wo': '注意力输出',
      'layer0.fc1': 'MLP 第一层',
      'layer0.fc2': 'MLP 第二层',
      lmHead: '输出层',
    },
  },
  columns: { step: '步', ...lanes, g: '梯度 g', m: 'm', v: 'v', mHat: 'm̂', vHat: 'v̂', change: 'Δw', w: 'w' },
  summary: stateOf,
  work: () => `在模型上训练 ${STEPS} 步，约 1 秒`,
  lanes,
  power,
  mapTitle: '俯视图',
  mapText: (result, { start }) =>
    `等高线上的五条路线，从 (${start.join(', ')}) 出发，走到第 ${result.step} 步，共 ${result.steps} 步。十字是最低点。`,
  startHandle: (x, y) => `起点 (${formatFixed(x, 2)}, ${formatFixed(y, 2)})：可以拖动，也可以用方向键移动`,
  startX: '起点 w₁',
  startY: '起点 w₂',
  startBack: '回到给定的起点',
  plotTitle: '每一步离最低点还有多高',
  plotText: (result) =>
    `${result.steps} 步内的损失，对数刻度。` +
    result.lanes.map(({ lane, losses }) => `${lanes[lane]} ${scientific(losses.at(-1) ?? 0)}`).join('，'),
  plotNote: '对数刻度：直线表示每一步都缩小同样的倍数。',
  plotNoteBowl: '对数刻度。点线是理论值：上面是最好的梯度下降，下面是最好的动量法。',
  optimizer: '优化器',
  lossNow: (step) => `第 ${step} 步的高度`,
  outcome: '结果',
  lost: (step) => `第 ${step} 步发散：途中曲率变大，超过了这个学习率能承受的范围`,
  lostAbove: (step, limit) => `第 ${step} 步发散：这里 α 必须小于 ${formatSignificant(limit)}`,
  unstable: (limit) => `不稳定：这里 α 必须小于 ${formatSignificant(limit)}`,
  settled: (step) => `从第 ${step} 步起低于 10⁻⁶`,
  hovering: '被噪声推着来回动',
  onTheWay: '还在路上',
  play: '播放',
  replay: '重新播放',
  pause: '暂停',
  stepBack: '−1：后退一步',
  stepOn: '+1：前进一步',
  stepOf: (step, last) => `${step} / ${last}`,
  rateNote: (limit) => `梯度下降要稳定，须小于 2/\u2060λmax = ${formatSignificant(limit)}（λmax 是最大的曲率）`,
  rateNoteStart: (limit) =>
    `梯度下降要稳定，须小于 2/\u2060λmax = ${formatSignificant(limit)}（λmax 是起点处最大的曲率）`,
  adamNote: '一个权重一步大致最多走这么远，与梯度大小无关',
  betaNote: (steps) => `梯度不变时，步子最终放大到 ${formatSignificant(steps, 2)} 倍`,
  theory: '理论上能有多快',
  theoryRows: {
    method: '方法',
    rate: '最佳 α',
    beta: '最佳 β',
    factor: '每步之后，距离剩下原来的',
    formulaGd: '(κ − 1) / (κ + 1)',
    formulaMomentum: '(√κ − 1) / (√κ + 1)',
  },
  goalNote: (counts) => (counts ? '' : `目标只在“狭长的碗”、κ = ${GOAL.kappa}、从给定的起点出发时计算。`),
  decayLine: 'AdamW 每步把每个权重缩小“学习率 × 0.01”，所以最后比 Adam 离 0 近一点。',
  pickTitle: (rows, columns) => `${rows} × ${columns} 个权重各移动了多少`,
  pickNote: '点一个权重来看。蓝色：数值变大；橙色：数值变小。',
  historyTitle: '一个权重的训练过程',
  gradientPanel: '梯度 g（竖线）、它的平均 m̂（折线）、±√v̂（色带）',
  gradientPanelMomentum: '梯度 g（竖线）和动量缓存 m（折线）',
  stepPanel: '权重的改变量，以学习率为单位',
  historyText: (changes) =>
    `改变量以学习率为单位，在 ${formatFixed(Math.min(...changes), 2)} 到 ${formatFixed(Math.max(...changes), 2)} 之间。`,
  ledger: (step) => `第 ${step} 步的算式`,
  ledgerRows: {
    g: '梯度',
    m: 'g 的平均',
    v: 'g² 的平均',
    mHat: 'm / (1 − β₁ᵗ)',
    vHat: 'v / (1 − β₂ᵗ)',
    buffer: 'β · m + g',
  },
  change: '改变量',
  changeAdam: '−α · m̂ / (√v̂ + ε)',
  changeAdamW: '−α · m̂ / (√v̂ + ε) − α · 0.01 · w',
  changeMomentum: '−α · m',
  scientific,
  settledNote: (rate) =>
    `这段训练用固定的学习率 ${rate}，每批 ${BATCH} 个名字。已经训练到位的模型会被晃开一点，损失可能略微变差。`,
  decayTitle: `权重衰减 ${WEIGHT_DECAY} 在 ${STEPS} 步里从每个权重拿走多少`,
  decayNote:
    '两个轴都是对数刻度。L2 加在梯度里，Adam 也会把它除以 √v̂：权重的梯度越小，衰减得越狠。这里的梯度远小于 1，所以 L2 拿走的比 AdamW 多；如果梯度远大于 1，它就几乎不起作用。AdamW 对每个权重拿走的比例差不多。',
  decayX: '这个权重见到的梯度有多大 →',
  decayText: (l2, decoupled) =>
    `Adam + L2 拿走权重的 ${formatPercent(l2[0])} 到 ${formatPercent(l2[1])}，AdamW 对每个都拿走约 ${formatPercent(decoupled, 2)}。`,
  share: (value) => formatPercent(value, 2),
  notYet: '先跑这段训练：选中的矩阵见到的每个梯度都会记下来，优化器记住的每个数都由它们算出。',
};
