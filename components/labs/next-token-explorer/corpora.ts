/**
 * Two small corpora written for this lab: what people say around everyday software work, already split into words.
 * Tokens are words in both languages. Chinese could have been split into characters, but on a hundred sentences the
 * next character is mostly the rest of a word, and the choices worth seeing are between words; real models use pieces
 * in between, which is the matter of the lesson on tokens.
 * Published links hold these words: add sentences at the end, never remove a word.
 */
const EN = `
the build failed again .
the build failed on the main branch .
the build is green again .
the build is red .
the build takes ten minutes .
the test failed on my machine .
the test failed again .
the test passes on my machine .
the test is flaky .
the tests are slow .
the tests are green again .
the tests failed after the merge .
the server is down again .
the server is down .
the server is slow today .
the server returns an error .
the server ran out of memory .
the server ran out of disk .
the database is slow today .
the database is read only .
the database ran out of disk .
the deploy failed again .
the deploy failed on friday .
the deploy takes ten minutes .
the bug is in the parser .
the bug is back .
the bug is fixed .
the fix is ready .
the fix breaks the tests .
the user found a bug .
the user wants a new feature .
the customer wants a refund .
the review takes two days .
the cache returns an old value .
the cache is stale again .
the log is full of warnings .
the api returns an error .
the api is not documented .
the config is wrong .
the config holds the password .
the branch has two owners .
the parser is slow .
the api is slow .
the docs are out of date .
the script is slow .
we fixed the bug .
we fixed the build .
we fixed the tests on monday .
we shipped the fix on monday .
we shipped a new feature .
we need a review .
we need more tests .
we need a new database .
we need more memory .
we wrote more tests .
we wrote a script .
we deleted the old code .
we deleted the old branch .
we restarted the server .
we restarted the database .
we rolled back the deploy .
we read the log .
we read the docs .
we found a bug in the parser .
we found a bug in production .
we merged the branch .
we do not know why .
we do not deploy on friday .
it works on my machine .
it works in production .
it works after a restart .
it is not a bug .
it is a feature .
nobody knows why .
nobody read my code .
nobody reads the log .
nobody wrote a test .
please review my pull request .
please review this pull request .
please review my code today .
please review my code .
please review my code before friday .
please merge my pull request .
please read my code .
please restart the server .
please read the docs .
please write more tests .
please review the fix .
please do not deploy on friday .
please close this pull request .
i fixed the bug .
i wrote a test .
i broke the build .
i forgot the password .
i need a review .
my code works on my machine .
my test failed again .
my pull request is ready .
my pull request is too big .
every bug needs a test .
every deploy needs a review .
every friday the server is down .
who broke the build .
who wrote this code .
who deleted the database .
`;

const ZH = `
构建 又 失败 了 。
构建 终于 通过 了 。
构建 要 跑 十 分钟 。
构建 在 主 分支 上 失败 了 。
测试 又 失败 了 。
测试 全部 通过 了 。
测试 跑 得 很 慢 。
测试 在 我 的 电脑 上 能 通过 。
测试 覆盖率 太 低 了 。
服务器 又 挂 了 。
服务器 内存 不够 了 。
服务器 磁盘 满 了 。
服务器 今天 很 慢 。
服务器 返回 了 一个 错误 。
数据库 今天 很 慢 。
数据库 连 不 上 了 。
数据库 磁盘 满 了 。
数据库 是 只读 的 。
部署 又 失败 了 。
部署 要 跑 十 分钟 。
部署 回滚 了 。
这个 问题 在 我 的 电脑 上 没有 。
这个 问题 不 是 我 的 代码 引起 的 。
这个 问题 终于 修 好 了 。
这个 问题 没有 人 知道 为什么 。
这个 接口 返回 了 一个 错误 。
这个 接口 没有 文档 。
这个 接口 太 慢 了 。
这个 分支 太 旧 了 。
这个 配置 是 错 的 。
这个 测试 不 稳定 。
这个 需求 又 改 了 。
这个 需求 没有 人 做 。
这个 缓存 太 旧 了 。
这 段 代码 没有 人 敢 改 。
这个 模块 需要 更 多 文档 。
这 段 代码 是 谁 写 的 。
这 段 代码 太 长 了 。
缓存 又 过期 了 。
日志 全 是 警告 。
日志 没有 人 读 。
文档 没有 人 读 。
文档 太 旧 了 。
文档 和 代码 对 不 上 。
用户 发现 了 一个 问题 。
用户 要 一个 新 功能 。
用户 说 页面 太 慢 了 。
我们 修 好 了 构建 。
我们 修 好 了 一个 问题 。
我们 重启 了 服务器 。
我们 重启 了 数据库 。
我们 回滚 了 部署 。
我们 上线 了 一个 新 功能 。
我们 写 了 一个 脚本 。
我们 写 了 更 多 测试 。
我们 删 了 旧 代码 。
我们 删 了 一个 旧 分支 。
我们 需要 更 多 测试 。
我们 需要 更 多 时间 。
我们 需要 一个 新 数据库 。
我们 需要 更 多 人 。
我们 读 了 一遍 文档 。
我们 合并 了 主 分支 。
我们 周五 不 上线 。
我们 周五 不 部署 。
我们 不 知道 为什么 。
我们 加 了 缓存 。
我们 改 了 配置 。
我 修 好 了 这个 问题 。
我 写 了 一个 测试 。
我 忘 了 密码 。
我 把 构建 弄 坏 了 。
我 的 电脑 上 没有 问题 。
我 的 代码 没有 问题 。
我 的 测试 又 失败 了 。
请 帮忙 看 一下 代码 。
请 帮忙 看 一下 日志 。
请 帮忙 看 一下 这个 问题 。
请 帮忙 看 一下 。
请 帮忙 看 一下 这 段 代码 。
请 帮忙 看 一下 我 的 代码 。
请 帮忙 看 一下 代码 和 测试 。
请 帮忙 合并 一下 代码 。
请 帮忙 重启 一下 服务器 。
请 先 写 测试 。
请 先 看 一下 文档 。
请 不 要 在 周五 上线 。
请 不 要 改 这 段 代码 。
没有 人 知道 为什么 。
没有 人 读 日志 。
没有 人 写 测试 。
谁 改 了 配置 。
谁 删 了 数据库 。
谁 把 构建 弄 坏 了 。
周五 不 要 上线 。
周五 不 要 部署 。
密码 写 在 配置 里 。
页面 又 打 不 开 了 。
内存 又 不够 了 。
脚本 在 我 的 电脑 上 能 跑 。
`;

const split = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

export const corpora = { zh: split(ZH), en: split(EN) } as const;
export type CorpusId = keyof typeof corpora;
