/** Words that everybody types and nothing is found by. Index and queries leave out the same ones. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const stopWords = list(
  'a an the of to in on at for and or but is are was were be been am do does did how what why which when where who with by ' +
    'from into it its this that these those there i my me we our you your can could should would will not vs versus as so ' +
    'than then if they them their themselves itself explained',
);

/** What asks, but does not say about what. */
export const askingWords =
  /(?:是|有)?(?:什么意思|什么区别|什么用|什么样|什么)是?|为什么|怎么[样办做算写用选设看]?|怎样|如何|多少|哪些|哪个好?|哪种|区别/gu;

/** Han words too common to be looked for. */
export const emptyHan = list(
  '的 了 吗 呢 吧 着 是 在 和 与 或 就 也 都 把 被 又 很 而 这 那 它 它们 我 你 我们 你们 个 一个 这个 那个 不 要 会 能 有 到 ' +
    '从 对 用 为 以 及 让 给 等 里 上 中 下 后 前 时 再 还 只 才 没有 可以 因为 所以 如果 就是 一 两 三 到底 究竟 请问 一下',
);

/** Grammar that forms pairs with everything. */
export const gluingHan = list('的 了 吗 呢 吧 着 是 在 和 与 或 就 也 都 把 被 又 很 而 这 那 它 们');
