/**
 * The wiki of a company that does not exist, so that no model can have read it: answers must come from searching.
 * Both languages hold the same facts under the same ids.
 */
import type { Document } from '@/lib/agent/bm25';
import type { Locale } from '@/lib/i18n/locale';

type Entry = { readonly id: string; readonly zh: string; readonly en: string };

const ENTRIES: readonly Entry[] = [
  {
    id: 'tern-2',
    en: 'Tern-2, our language model in production, has 1642 million parameters in 24 layers.',
    zh: 'Tern-2 是线上语言模型，参数量 1642 百万，共 24 层。',
  },
  {
    id: 'tern-1',
    en: 'Tern-1 came before it, with 780 million parameters, and was switched off in spring.',
    zh: 'Tern-1 是上一代模型，参数量 780 百万，春天已下线。',
  },
  {
    id: 'heron',
    en: 'Cluster Heron trains our models: 36 nodes with 640 GB of GPU memory each.',
    zh: 'Heron 集群负责训练：36 个节点，每个节点 640 GB 显存。',
  },
  {
    id: 'finch',
    en: 'Cluster Finch serves our models: 45 nodes with 96 GB of GPU memory each.',
    zh: 'Finch 集群负责推理服务：45 个节点，每个节点 96 GB 显存。',
  },
  {
    id: 'heron-price',
    en: 'Price list: a Heron node costs 23.50 dollars per hour.',
    zh: '价目表：Heron 节点每小时 23.50 美元。',
  },
  {
    id: 'finch-price',
    en: 'Price list: a Finch node costs 3.20 dollars per hour.',
    zh: '价目表：Finch 节点每小时 3.20 美元。',
  },
  {
    id: 'lisbon',
    en: 'The Lisbon office opened in May on the second floor of the old customs house.',
    zh: '里斯本办公室五月启用，位于老海关大楼二层。',
  },
  {
    id: 'osaka',
    en: 'The Osaka office has 41 employees and looks after evaluation.',
    zh: '大阪办公室有 41 名员工，负责评测。',
  },
  {
    id: 'nairobi',
    en: 'The Nairobi office has 63 employees and looks after data.',
    zh: '内罗毕办公室有 63 名员工，负责数据。',
  },
  {
    id: 'corpus',
    en: 'Corpus Delta holds 2975 million documents after deduplication.',
    zh: '语料库 Delta 去重后有 2975 百万篇文档。',
  },
  {
    id: 'tokenizer',
    en: 'The tokenizer has a vocabulary of 32768 entries and splits digits one by one.',
    zh: '分词器词表有 32768 项，数字逐位切分。',
  },
  {
    id: 'context',
    en: 'Requests may hold at most 8192 tokens, prompt and answer together.',
    zh: '每次请求最多 8192 个 token，提示与回答合计。',
  },
  {
    id: 'latency',
    en: 'Target: the first token within 400 ms at the 95th percentile.',
    zh: '延迟目标：首个 token 的 p95 不超过 400 ms。',
  },
  {
    id: 'rate-limit',
    en: 'Each key may send 90 requests a minute; beyond that the gateway answers 429.',
    zh: '每个密钥每分钟最多 90 次请求，超出后网关返回 429。',
  },
  {
    id: 'checkpoints',
    en: 'Checkpoints are kept for 14 days, the last of each run for ever.',
    zh: '检查点保留 14 天，每次训练的最后一个永久保留。',
  },
  {
    id: 'freeze',
    en: 'Nothing is deployed from Friday noon to Monday morning.',
    zh: '周五中午到周一早上不做任何部署。',
  },
  { id: 'on-call', en: 'An on-call shift lasts 7 days and starts on Tuesday.', zh: '值班每轮 7 天，周二交接。' },
  {
    id: 'incident',
    en: 'Incident 88: a full disk stopped the gateway for 19 minutes.',
    zh: '事故 88：磁盘写满，网关中断 19 分钟。',
  },
  {
    id: 'regression',
    en: 'The regression set has 1200 prompts, a third of them in Chinese.',
    zh: '回归集有 1200 条提示，三分之一是中文。',
  },
  {
    id: 'canteen',
    en: 'Lunch is at half past twelve; the soup is better on Thursdays.',
    zh: '午饭十二点半开始，周四的汤最好喝。',
  },
];

export function wiki(locale: Locale): readonly Document[] {
  return ENTRIES.map((entry) => ({ id: entry.id, text: entry[locale] }));
}
