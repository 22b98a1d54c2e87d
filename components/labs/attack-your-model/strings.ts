import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatSignificant } from '@/lib/format-number';
import type { params, Result } from './core';
import { names } from './name-rules';

type Strings = LabStrings<typeof params, Result> & {
  readonly lettersTitle: string;
  readonly lettersNote: string;
  readonly letterLabel: (place: number, from: string, now: string, before: string, after: string) => string;
  readonly choicesTitle: (letter: string, place: number) => string;
  readonly choiceLabel: (letter: string, estimate: string, measured: string | null) => string;
  readonly guessKey: string;
  readonly measuredKey: string;
  readonly undoFlip: (letter: string) => string;
  readonly mapEstimate: string;
  readonly mapMeasured: string;
  readonly mapNote: string;
  readonly rank: (rank: number, all: number) => string;
  readonly factorTitle: string;
  readonly yours: (flips: number) => string;
  readonly gradientPair: string;
  readonly randomPairs: string;
  readonly goalAt: (factor: number) => string;
  readonly lossCurve: (from: string, to: string, place: number) => string;
  readonly lossNote: (promised: number, truth: number) => string;
  readonly curveStart: (letter: string) => string;
  readonly curveEnd: (letter: string) => string;
  readonly truthLine: string;
  readonly promiseLine: string;
  readonly training: string;
  readonly flippedOf: (flipped: number, all: number, random: string) => string;
  readonly glyphLabel: (place: number, truth: string, now: string) => string;
  readonly original: string;
  readonly pattern: string;
  readonly patternNote: (epsilon: string) => string;
  readonly attackedGlyph: string;
  readonly margin: string;
  readonly promised: string;
  readonly dropped: string;
  readonly randomDrop: string;
  readonly marginCurve: string;
  readonly marginNote: (epsilon: number, promised: number, truth: number) => string;
  readonly glyphNote: string;
};

const nameOptions = Object.fromEntries(names.map((name) => [name, name]));
const signed = (value: number) => `${value > 0 ? '+' : ''}${formatSignificant(value)}`;
const one = (value: number) => formatFixed(value, 1);
/** Equal but for rounding. */
const sameTo = (a: number, b: number) => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));

const en: Strings = {
  params: {
    target: 'What you attack',
    name: 'Name',
    attacked: 'Name after the flips',
    place: 'Letter looked at',
    shade: 'Show',
    epsilon: 'Step ε for each pixel',
    glyph: 'Digit looked at',
    seed: 'Seed',
  },
  options: {
    target: { linear: 'linear classifier', mlp: 'two-layer network', gpt: 'your GPT' },
    name: nameOptions,
    shade: { estimate: 'the gradient’s guess', measured: 'guess and measurement' },
  },
  format: { epsilon: (epsilon) => `ink 1, paper 0, so ${Math.round(epsilon * 100)}% of the contrast` },
  columns: {
    place: 'Place',
    from: 'From',
    to: 'To',
    estimate: 'Guess, nats',
    measured: 'Measured, nats',
    glyph: 'Digit',
    margin: 'Margin',
    promised: 'Promised drop',
    dropped: 'Measured drop',
    randomDrop: 'Random signs',
  },
  summary: ({ name, glyphs }, { target, epsilon }) => {
    if (target === 'gpt') {
      const { attacked, flips, factor, gradientFactor, goalFactor, shown, curve } = name;
      const promised = `At letter ${shown.place + 1}, ${shown.from} → ${shown.letter} is worth ${signed(curve.slope)} nats by the gradient and ${signed(curve.points.at(-1)?.truth ?? 0)} when run.`;
      const yours =
        flips === 0
          ? 'Nothing is flipped yet.'
          : `${attacked} makes the untouched letters ${one(factor)} times as surprising.`;
      return `${yours} The gradient’s own pair reaches ${one(gradientFactor)} times, the goal is ${one(goalFactor)}. ${promised}`;
    }
    const picked = glyphs?.results[glyphs.picked];
    if (!glyphs || !picked) return 'The two classifiers are being trained on 120 digits of our own.';
    const exact = sameTo(picked.promised, picked.dropped)
      ? 'exactly as promised'
      : `where ${one(picked.promised)} was promised`;
    return `With ε = ${epsilon}, ${glyphs.flipped} of ${glyphs.results.length} digits flip. On the one looked at the margin ${one(picked.margin)} drops by ${one(picked.dropped)}, ${exact}; random signs of the same size change it by ${one(picked.randomDrop)}.`;
  },
  lettersTitle: 'Surprise at each letter, nats: before and after',
  lettersNote:
    'Surprise is −ln p, what the letter adds to the loss. Blue: the name as it was. Orange: after your flips. Grey: a letter you flipped yourself, which does not count. Vowels may become vowels, consonants consonants, two flips at most.',
  letterLabel: (place, from, now, before, after) =>
    `Letter ${place}: ${from}${now === from ? '' : `, flipped to ${now}`}, surprise ${before} before, ${after} after`,
  choicesTitle: (letter, place) => `Replace “${letter}”, letter ${place}, by`,
  choiceLabel: (letter, estimate, measured) =>
    `Replace by ${letter}: guess ${estimate} nats${measured === null ? '' : `, measured ${measured}`}`,
  guessKey: 'guess, nats',
  measuredKey: 'measured, nats',
  undoFlip: (letter) => `Put “${letter}” back`,
  mapEstimate: 'Every replacement, as the gradient guesses it',
  mapMeasured: 'Every replacement, measured',
  mapNote: 'Orange: the untouched letters get more surprising. Blue: less. Press a cell to make that flip.',
  rank: (rank, all) => `Of ${all} replacements, the gradient’s favourite is number ${rank} once all are measured.`,
  factorTitle: 'How much more surprising the untouched letters became',
  yours: (flips) => (flips === 0 ? 'Your flips: none' : flips === 1 ? 'Your flip:' : 'Your flips:'),
  gradientPair: 'The gradient’s favourites:',
  randomPairs: 'Random pairs, on average',
  goalAt: (factor) => `goal ${one(factor)}×`,
  lossCurve: (from, to, place) => `On the way from “${from}” to “${to}”, letter ${place}`,
  lossNote: (promised, truth) => `Promised ${signed(promised)} nats, measured ${signed(truth)}.`,
  curveStart: (letter) => `embedding of “${letter}”`,
  curveEnd: (letter) => `embedding of “${letter}”`,
  truthLine: 'measured',
  promiseLine: 'promised by the gradient at the start',
  training: 'Training two classifiers on 120 digits of our own, about a second …',
  flippedOf: (flipped, all, random) =>
    `${flipped} of ${all} test digits are read as the other one. Random signs of the same size flip ${random} on average.`,
  glyphLabel: (place, truth, now) => `Digit ${place}, a ${truth}, read as ${now} after the attack`,
  original: 'digit',
  pattern: 'Signs of the gradient',
  patternNote: (epsilon) => `${epsilon} × sign`,
  attackedGlyph: 'attacked',
  margin: 'Lead of the right class',
  promised: 'Promised drop, ε‖g‖₁',
  dropped: 'Measured drop',
  randomDrop: 'Drop, random signs',
  marginCurve: 'Drop of the lead as the step grows',
  marginNote: (epsilon, promised, truth) =>
    sameTo(promised, truth)
      ? `At ε = ${epsilon}: promised ${formatFixed(promised, 3)}, measured ${formatFixed(truth, 3)}. The same at every ε, because the model is linear.`
      : `At ε = ${epsilon}: promised ${formatFixed(promised, 3)}, measured ${formatFixed(truth, 3)}. The gradient was taken at ε = 0 and units switch on and off on the way.`,
  glyphNote:
    'The attacked digit is not clipped to ink 1 and paper 0: a clip would shorten some pixels’ steps, and the promise is about the whole step.',
};

const zh: Strings = {
  params: {
    target: '攻击什么',
    name: '函数名',
    attacked: '改动后的名字',
    place: '查看的字母',
    shade: '显示',
    epsilon: '每个像素的步长 ε',
    glyph: '查看的数字',
    seed: '随机种子',
  },
  options: {
    target: { linear: '线性分类器', mlp: '两层网络', gpt: '你的 GPT' },
    name: nameOptions,
    shade: { estimate: '梯度的估计', measured: '估计和实测' },
  },
  format: { epsilon: (epsilon) => `墨是 1、纸是 0，相当于 ${Math.round(epsilon * 100)}% 的反差` },
  columns: {
    place: '位置',
    from: '原来',
    to: '换成',
    estimate: '估计（nat）',
    measured: '实测（nat）',
    glyph: '数字',
    margin: '领先幅度',
    promised: '预计下降',
    dropped: '实测下降',
    randomDrop: '随机符号',
  },
  summary: ({ name, glyphs }, { target, epsilon }) => {
    if (target === 'gpt') {
      const { attacked, flips, factor, gradientFactor, goalFactor, shown, curve } = name;
      const promised = `第 ${shown.place + 1} 个字母 ${shown.from} → ${shown.letter}：梯度估计 ${signed(curve.slope)} nat，实际运行是 ${signed(curve.points.at(-1)?.truth ?? 0)}。`;
      const yours = flips === 0 ? '还没有改动。' : `${attacked} 让没动过的字母意外程度变成 ${one(factor)} 倍。`;
      return `${yours}只听梯度的那一对能到 ${one(gradientFactor)} 倍，目标是 ${one(goalFactor)} 倍。${promised}`;
    }
    const picked = glyphs?.results[glyphs.picked];
    if (!glyphs || !picked) return '正在用 120 个自己画的数字训练两个分类器。';
    const exact = sameTo(picked.promised, picked.dropped) ? '与预计分毫不差' : `而预计是 ${one(picked.promised)}`;
    return `ε = ${epsilon} 时，${glyphs.results.length} 个数字里有 ${glyphs.flipped} 个被认成另一个。正在看的这个，领先幅度 ${one(picked.margin)}，实测下降 ${one(picked.dropped)}，${exact}；同样大小的随机符号只改变 ${one(picked.randomDrop)}。`;
  },
  lettersTitle: '每个字母的意外程度（nat）：改动前与改动后',
  lettersNote:
    '意外程度就是 −ln p，即这个字母给损失添的那一份。蓝色：原来的名字。橙色：改动之后。灰色：你自己换掉的字母，不计入。元音只能换元音，辅音只能换辅音，最多换两个。',
  letterLabel: (place, from, now, before, after) =>
    `第 ${place} 个字母 ${from}${now === from ? '' : `，换成了 ${now}`}，意外程度原来 ${before}，现在 ${after}`,
  choicesTitle: (letter, place) => `把第 ${place} 个字母“${letter}”换成`,
  choiceLabel: (letter, estimate, measured) =>
    `换成 ${letter}：估计 ${estimate} nat${measured === null ? '' : `，实测 ${measured}`}`,
  guessKey: '估计（nat）',
  measuredKey: '实测（nat）',
  undoFlip: (letter) => `换回“${letter}”`,
  mapEstimate: '所有替换：梯度的估计',
  mapMeasured: '所有替换：实测',
  mapNote: '橙色：没动过的字母变得更意外；蓝色：变得不那么意外。点一个格子就换上那个字母。',
  rank: (rank, all) => `全部 ${all} 种替换实测下来，梯度最看好的那一种排在第 ${rank} 位。`,
  factorTitle: '没动过的字母，意外程度变成几倍',
  yours: (flips) => (flips === 0 ? '你的改动：还没有' : '你的改动：'),
  gradientPair: '只听梯度的一对：',
  randomPairs: '随机的一对（平均）',
  goalAt: (factor) => `目标 ${one(factor)} 倍`,
  lossCurve: (from, to, place) => `第 ${place} 个字母，从“${from}”走到“${to}”`,
  lossNote: (promised, truth) => `预计 ${signed(promised)} nat，实测 ${signed(truth)}。`,
  curveStart: (letter) => `“${letter}”的嵌入`,
  curveEnd: (letter) => `“${letter}”的嵌入`,
  truthLine: '实测',
  promiseLine: '起点处的梯度给出的预计',
  training: '正在用 120 个自己画的数字训练两个分类器，大约一秒……',
  flippedOf: (flipped, all, random) =>
    `${all} 个测试数字里，${flipped} 个被认成了另一个。同样大小的随机符号平均只骗过 ${random} 个。`,
  glyphLabel: (place, truth, now) => `第 ${place} 个数字，是 ${truth}，攻击后被认成 ${now}`,
  original: '原图',
  pattern: '梯度的符号',
  patternNote: (epsilon) => `${epsilon} × 符号`,
  attackedGlyph: '攻击后',
  margin: '正确类别的领先幅度',
  promised: '预计下降 ε‖g‖₁',
  dropped: '实测下降',
  randomDrop: '随机符号的下降',
  marginCurve: '步长变大时，领先幅度的下降',
  marginNote: (epsilon, promised, truth) =>
    sameTo(promised, truth)
      ? `ε = ${epsilon}：预计 ${formatFixed(promised, 3)}，实测 ${formatFixed(truth, 3)}。模型是线性的，所以每个 ε 都一样准。`
      : `ε = ${epsilon}：预计 ${formatFixed(promised, 3)}，实测 ${formatFixed(truth, 3)}。梯度是在 ε = 0 处算的，一路上总有神经元打开或关上。`,
  glyphNote: '攻击后的数字没有截回墨 1、纸 0：截断会缩短一部分像素的步长，而预计说的是完整的一步。',
};

export const strings = { en, zh };
export type AttackStrings = Strings;
