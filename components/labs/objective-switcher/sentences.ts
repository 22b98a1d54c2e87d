/** What the two objectives are tried on: one sentence a language, cut into words, or the learner's own. Written for this lab. */

export const MAX_TOKENS = 24;
/** Fewer tokens than this are no sentence. */
export const MIN_TOKENS = 4;
export const MASK = '[MASK]';

export const sentences = {
  en: 'the night build failed because the disk of the second server was full and nobody had cleaned the cache .',
  zh: '昨晚 的 构建 失败 了 ， 因为 第二 台 服务器 的 磁盘 满 了 ， 没有 人 清理 缓存 。',
} as const;

/** Words that replace a token at random; none of them fits the sentences. */
export const strays = {
  en: ['moon', 'piano', 'seven', 'river', 'quietly', 'green', 'sold', 'under', 'bread', 'Tuesday', 'swim', 'glass'],
  zh: ['月亮', '钢琴', '七', '河流', '悄悄', '绿色', '卖掉', '下面', '面包', '星期二', '游泳', '玻璃'],
} as const;

/** Words, numbers and marks of punctuation; every Han character by itself. At most `MAX_TOKENS`. */
export function cutText(text: string): readonly string[] {
  return (text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}'’_-]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []).slice(0, MAX_TOKENS);
}
