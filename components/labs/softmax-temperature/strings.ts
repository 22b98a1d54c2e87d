import type { LabStrings } from '@/components/labs/frame/lab-types';
import type { core, Float, FloatForm, Result } from './core';

type Strings = LabStrings<typeof core.params, Result> & {
  readonly context: string;
  readonly tokens: readonly string[];
  readonly logitOf: (token: string) => string;
  readonly pinned: (token: string) => string;
  readonly probability: string;
  readonly atOne: string;
  readonly entropy: string;
  readonly bits: (value: string) => string;
  readonly certain: string;
  readonly uniform: string;
  readonly reliability: string;
  readonly reliabilityNote: (answers: number) => string;
  readonly confidence: string;
  readonly accuracy: string;
  readonly overconfident: string;
  readonly underconfident: string;
  readonly ece: string;
  readonly fitted: (value: string) => string;
  readonly plotText: (result: Result) => string;
  readonly overflow: string;
  readonly overflowNote: string;
  readonly naive: string;
  readonly safe: string;
  readonly sum: string;
  readonly verdict: (form: FloatForm['verdict']) => string;
  readonly float: (value: Float) => string;
};

const three = (value: number | undefined) => (value ?? 0).toFixed(3);
const percent = (value: number) => `${(100 * value).toFixed(1)}%`;

/** A float32 to three significant digits; ∞ and NaN are words here, never numbers. */
function float(value: Float): string {
  if (value === 'inf') return '∞';
  if (value === 'nan') return 'NaN';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e6) return value.toExponential(2).replace('e+', 'e').replace('-', '−');
  return size < 1000 ? value.toPrecision(3) : String(Math.round(value));
}

const enTokens = ['config', 'network', 'disk', 'certificate', 'intern', 'banana'];
const zhTokens = ['配置', '网络', '磁盘', '证书', '实习生', '香蕉'];

const en: Strings = {
  params: {
    temperature: 'Temperature T',
    logits: 'Logits',
    offset: 'Add c to every logit',
    pin: 'Token whose formula is shown',
    seed: 'Seed',
  },
  columns: {
    token: 'token',
    logit: 'logit z',
    exponent: '(z + c) / T',
    probability: 'p',
    baseline: 'p at T = 1',
    naive: 'p, naive float32',
    safe: 'p, safe float32',
  },
  summary: (result, { temperature }) =>
    `At T = ${temperature}, “${enTokens[result.top]}” has p = ${three(result.p[result.top])} (at T = 1: ${three(result.atOne[result.top])}); ` +
    `entropy ${result.bits.toFixed(2)} of ${Math.log2(6).toFixed(2)} bits. The simulated classifier says ${percent(result.now.confidence)} on average and is right ${percent(result.accuracy)} of the time: ECE ${three(result.now.ece)}.` +
    (result.naive.verdict === 'fine'
      ? ''
      : ` In float32 the naive form gives no usable number (${result.naive.verdict}); the safe form does.`),
  context: 'The deploy failed because of the',
  tokens: enTokens,
  logitOf: (token) => `Logit of “${token}”`,
  pinned: (token) => `Show the formula of “${token}”`,
  probability: 'p of the next token',
  atOne: 'T = 1',
  entropy: 'Entropy',
  bits: (value) => `${value} bits`,
  certain: '0: certain',
  uniform: 'log₂ 6: uniform',
  reliability: 'Is the confidence earned?',
  reliabilityNote: (answers) =>
    `${answers.toLocaleString('en-US')} answers of a simulated classifier under the same T, in ten bins of confidence. On the diagonal, confidence equals accuracy.`,
  confidence: 'stated confidence',
  accuracy: 'accuracy',
  overconfident: 'over-confident',
  underconfident: 'under-confident',
  ece: 'ECE',
  fitted: (value) => `Least cross-entropy on these answers: T = ${value}`,
  plotText: ({ now, one, accuracy }) =>
    `Reliability diagram: mean confidence ${percent(now.confidence)}, accuracy ${percent(accuracy)}, ECE ${three(now.ece)}; at T = 1 ECE ${three(one.ece)}.`,
  overflow: 'The same sum in float32',
  overflowNote:
    'In exact arithmetic c cancels out. In float32, e to the power of anything above 88.72 is too large to store. Try c = 86, then lower T.',
  naive: 'naive: e^x / Σ e^x',
  safe: 'safe: x − max first',
  sum: 'sum',
  verdict: (form) =>
    form === 'overflow'
      ? 'Overflow: the sum exceeds 3.4 × 10³⁸ and becomes ∞, so p is 0 where e^x still fitted and ∞ / ∞ = NaN where it did not. The safe form is unharmed.'
      : form === 'underflow'
        ? 'Underflow: every e^x is rounded to 0, the sum is 0, and 0 / 0 = NaN. The safe form is unharmed.'
        : 'Here both forms agree.',
  float,
};

const zh: Strings = {
  params: {
    temperature: '温度 T',
    logits: 'Logits',
    offset: '给每个 logit 加上 c',
    pin: '展开哪个词的算式',
    seed: '随机种子',
  },
  columns: {
    token: '词',
    logit: 'logit z',
    exponent: '(z + c) / T',
    probability: 'p',
    baseline: 'T = 1 时的 p',
    naive: 'p（float32 直接算）',
    safe: 'p（float32 安全写法）',
  },
  summary: (result, { temperature }) =>
    `T = ${temperature} 时，“${zhTokens[result.top]}”的概率是 ${three(result.p[result.top])}（T = 1 时为 ${three(result.atOne[result.top])}），` +
    `熵 ${result.bits.toFixed(2)} 比特，最多 ${Math.log2(6).toFixed(2)} 比特。模拟分类器平均自称有 ${percent(result.now.confidence)} 的把握，实际答对 ${percent(result.accuracy)}，ECE 为 ${three(result.now.ece)}。` +
    (result.naive.verdict === 'fine'
      ? ''
      : `用 float32 直接算会${result.naive.verdict === 'overflow' ? '上溢' : '下溢'}，得不到可用的数；安全写法不受影响。`),
  context: '这次部署失败，问题出在',
  tokens: zhTokens,
  logitOf: (token) => `“${token}”的 logit`,
  pinned: (token) => `展开“${token}”的算式`,
  probability: '下一个词的概率 p',
  atOne: 'T = 1',
  entropy: '熵',
  bits: (value) => `${value} 比特`,
  certain: '0：完全确定',
  uniform: 'log₂ 6：均匀分布',
  reliability: '这份自信配得上吗？',
  reliabilityNote: (answers) =>
    `同一个 T 下，一个模拟分类器的 ${answers.toLocaleString('en-US')} 次回答，按置信度分成十档。落在对角线上，说明置信度等于正确率。`,
  confidence: '自称的置信度',
  accuracy: '正确率',
  overconfident: '过度自信',
  underconfident: '自信不足',
  ece: 'ECE',
  fitted: (value) => `在这些回答上交叉熵最小的 T = ${value}`,
  plotText: ({ now, one, accuracy }) =>
    `可靠性图：平均置信度 ${percent(now.confidence)}，正确率 ${percent(accuracy)}，ECE ${three(now.ece)}；T = 1 时 ECE 为 ${three(one.ece)}。`,
  overflow: '同一个式子，换成 float32',
  overflowNote: '数学上 c 会被约掉。但 float32 存不下指数超过 88.72 的 e 的幂。先把 c 调到 86，再降低 T 看看。',
  naive: '直接算：e^x / Σ e^x',
  safe: '安全写法：先减去最大值',
  sum: '总和',
  verdict: (form) =>
    form === 'overflow'
      ? '上溢：总和超过 3.4 × 10³⁸，变成 ∞；e^x 还存得下的词得到 0，存不下的词得到 ∞ / ∞ = NaN。安全写法不受影响。'
      : form === 'underflow'
        ? '下溢：每个 e^x 都被舍成 0，总和为 0，0 / 0 = NaN。安全写法不受影响。'
        : '此处两种写法结果一致。',
  float,
};

export const strings = { en, zh };
export type ViewStrings = Strings;
