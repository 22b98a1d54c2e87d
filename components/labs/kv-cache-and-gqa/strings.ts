import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatBytes, formatFixed, formatInteger } from '@/lib/format-number';
import type { params, Result, Values } from './core';

export type KvStrings = LabStrings<typeof params, Result> & {
  readonly flopsTitle: string;
  readonly withoutCache: string;
  readonly withCache: string;
  readonly sameLogits: string;
  readonly cacheNow: (tokens: string) => string;
  readonly demand: (values: Values) => string;
  readonly demandTitle: string;
  readonly offTask: string;
  readonly servingTitle: (card: string) => string;
  readonly heads: (query: number, kv: number) => string;
  readonly published: string;
  readonly weights: string;
  readonly cache: string;
  readonly perToken: (bytes: string) => string;
  readonly room: (users: string) => string;
  readonly ownTitle: string;
  readonly ownHeads: (heads: number, was: number, now: number) => string;
  readonly standIn: string;
  readonly lossTitle: string;
  readonly guessing: string;
  readonly limit: (nats: string) => string;
  readonly unconverted: (loss: string) => string;
  readonly notYet: string;
  readonly stepsAxis: (steps: number) => string;
  readonly lost: (pooled: string, tuned: string, nats: number) => string;
};

const served = {
  'llama-2-7b': 'Llama 2 7B',
  'llama-2-13b': 'Llama 2 13B',
  'llama-2-70b': 'Llama 2 70B',
  'llama-3-8b': 'Llama 3 8B',
  'opt-13b': 'OPT-13B',
};
const card = { 'rtx-4090': 'RTX 4090 24', 'a100-40': 'A100 40', 'a100-80': 'A100 80', 'h200-141': 'H200 141' };
const numbers = (options: readonly string[]) =>
  Object.fromEntries(options.map((one) => [one, Number(one).toLocaleString('en-US')]));
const users = numbers(['1', '8', '32', '64', '128']);
const tokens = numbers(['1024', '2048', '4096']);
const steps = numbers(['0', '150', '300', '600', '1200']);

const en: KvStrings = {
  params: {
    share: 'Query heads that share one key-value head',
    pooling: 'The shared head is',
    steps: 'Steps of training after it',
    served: 'Model served',
    users: 'Users at once',
    tokens: 'Tokens each',
    bits: 'Bits of a cached number',
    card: 'Card, memory in GB',
    seed: 'Seed',
  },
  options: {
    share: { '1': '1 (MHA)', '2': '2 (GQA)', '4': '4 (GQA)', all: 'all (MQA)' },
    pooling: { mean: 'the mean', first: 'the first', random: 'random' },
    steps,
    served,
    users,
    tokens,
    bits: { '16': '16', '8': '8' },
    card,
  },
  columns: { quantity: 'Quantity', at: 'Token, KV heads or step', value: 'Value' },
  summary: ({ decoding, plan, serving, model, kvHeads, conversion, lost }, values) => {
    const own =
      lost === null
        ? conversion
          ? 'The conversion is running.'
          : 'Your model has not been converted yet.'
        : `Your model with ${kvHeads} key-value ${kvHeads === 1 ? 'head' : 'heads'} and ${steps[values.steps]} steps ends at ${formatFixed(model.validationLoss + lost, 3)} nats, ${formatFixed(Math.abs(lost), 3)} ${lost < 0 ? 'better' : 'worse'} than before.`;
    return `With a cache the model reads the name in ${formatInteger(decoding.cached)} FLOP instead of ${formatInteger(decoding.again)}. ${served[values.served]} with ${plan.kvHeads} key-value heads takes ${formatInteger(plan.bytesPerToken)} bytes a token, with its weights ${formatBytes(plan.total)} in all, on a card of ${formatBytes(serving.capacity)}. ${own}`;
  },
  flopsTitle: 'FLOPs for each next token of “parse_date_header”',
  withoutCache: 'all again each time',
  withCache: 'with a KV cache',
  sameLogits: 'logits differ by',
  cacheNow: (count) => `cache, ${count} tokens`,
  demand: (v) =>
    `Now a real model: ${served[v.served]}, 16-bit weights, ${users[v.users]} × ${tokens[v.tokens]} tokens in a ${v.bits}-bit cache, one ${card[v.card]} GB.`,
  demandTitle: 'Another model, load or card',
  offTask: 'The goal asks for the settings this lab starts with.',
  servingTitle: (bytes) => `How many query heads share keys and values; the line is ${bytes}`,
  heads: (query, kv) => `${query} q : ${kv} kv`,
  published: 'as published',
  weights: 'weights',
  cache: 'KV cache',
  perToken: (bytes) => `${bytes} bytes a token. `,
  room: (count) => `Room for ${count} such users.`,
  ownTitle: 'What sharing costs: convert your model the same way',
  ownHeads: (heads, was, now) =>
    was === now
      ? `${heads} query heads, ${now} key-value heads, as it was trained.`
      : `${heads} query heads; ${was} key-value heads become ${now}.`,
  standIn: 'The chosen model cannot read function names, so the one that ships with the site stands in.',
  lossTitle: 'Loss while it trains on, nats per token, log scale',
  guessing: 'uniform guessing',
  limit: (nats) => `limit, +${nats}`,
  unconverted: (loss) => `before: ${loss}`,
  notYet: 'Run it below.',
  stepsAxis: (count) => `step ${formatInteger(count)}`,
  lost: (pooled, tuned, nats) =>
    `Validation loss ${pooled} after the conversion, ${tuned} after training: ${formatFixed(Math.abs(nats), 3)} nats ${nats < 0 ? 'below' : 'above'} the start.`,
  work: ({ share, steps: count }) =>
    `${share === '1' ? 'Train on' : 'Convert and train'} for ${steps[count]} steps, about ${Math.max(1, Math.round(Number(count) / 400))}\u00a0s`,
};

const zh: KvStrings = {
  params: {
    share: '几个查询头共用一个键值头',
    pooling: '共用的头怎么来',
    steps: '之后再训练几步',
    served: '部署的模型',
    users: '同时在线的用户',
    tokens: '每人的 token 数',
    bits: '缓存里一个数的位数',
    card: '显卡，显存（GB）',
    seed: '随机种子',
  },
  options: {
    share: { '1': '1 个（MHA）', '2': '2 个（GQA）', '4': '4 个（GQA）', all: '全部（MQA）' },
    pooling: { mean: '取平均', first: '取第一个', random: '随机初始化' },
    steps,
    served,
    users,
    tokens,
    bits: { '16': '16', '8': '8' },
    card,
  },
  columns: { quantity: '量', at: 'token、键值头或步数', value: '值' },
  summary: ({ decoding, plan, serving, model, kvHeads, conversion, lost }, values) => {
    const own =
      lost === null
        ? conversion
          ? '正在转换你的模型。'
          : '你的模型还没有转换。'
        : `你的模型改成 ${kvHeads} 个键值头、再训练 ${steps[values.steps]} 步后，损失是 ${formatFixed(model.validationLoss + lost, 3)} nat，比原来${lost < 0 ? '低' : '高'} ${formatFixed(Math.abs(lost), 3)}。`;
    return `有缓存时，模型读完这个名字用 ${formatInteger(decoding.cached)} FLOP，没有缓存要 ${formatInteger(decoding.again)}。${served[values.served]} 用 ${plan.kvHeads} 个键值头，每个 token 占 ${formatInteger(plan.bytesPerToken)} 字节，连同权重共 ${formatBytes(plan.total)}，显卡有 ${formatBytes(serving.capacity)}。${own}`;
  },
  flopsTitle: '“parse_date_header”每多一个 token 要算的 FLOPs',
  withoutCache: '每次从头算',
  withCache: '用 KV 缓存',
  sameLogits: 'logits 相差',
  cacheNow: (count) => `缓存，${count} 个 token`,
  demand: (v) =>
    `换成真实的模型：${served[v.served]}，16 位权重，${users[v.users]} 个用户各 ${tokens[v.tokens]} 个 token，${v.bits} 位缓存，一张 ${card[v.card]} GB。`,
  demandTitle: '换模型、负载或显卡',
  offTask: '目标要求的是本实验一开始的设置。',
  servingTitle: (bytes) => `几个查询头共用一组键和值；竖线是 ${bytes}`,
  heads: (query, kv) => `${query} q : ${kv} kv`,
  published: '公开的配置',
  weights: '权重',
  cache: 'KV 缓存',
  perToken: (bytes) => `每个 token 占 ${bytes} 字节。`,
  room: (count) => `放得下 ${count} 个这样的用户。`,
  ownTitle: '共用的代价：把你的模型也这样改',
  ownHeads: (heads, was, now) =>
    was === now
      ? `${heads} 个查询头，${now} 个键值头，和训练时一样。`
      : `${heads} 个查询头；键值头从 ${was} 个变成 ${now} 个。`,
  standIn: '选中的模型读不了函数名，这里换用网站自带的模型。',
  lossTitle: '继续训练时的损失（nat/token，对数刻度）',
  guessing: '均匀乱猜',
  limit: (nats) => `上限，+${nats}`,
  unconverted: (loss) => `转换前：${loss}`,
  notYet: '点下面的按钮开始。',
  stepsAxis: (count) => `第 ${formatInteger(count)} 步`,
  lost: (pooled, tuned, nats) =>
    `验证损失：刚转换时 ${pooled}，训练后 ${tuned}，比原来${nats < 0 ? '低' : '高'} ${formatFixed(Math.abs(nats), 3)} nat。`,
  work: ({ share, steps: count }) =>
    `${share === '1' ? '继续训练' : '转换并训练'} ${steps[count]} 步，大约 ${Math.max(1, Math.round(Number(count) / 400))} 秒`,
};

export const strings = { en, zh };
