/** Words of the paste box and of what was found in it. */
import type { Verdict } from '@/lib/cohort/plan-additions';
import type { FailureReason } from '@/lib/share/decode';

const plural = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

const en = {
  label: 'Paste snapshots: links, codes or the whole chat',
  hint: 'They are read at once and shown below. Nothing is added before you say so.',
  scan: 'Scan QR codes…',
  scanLoading: 'Opening…',
  scanFailed: 'The scanner could not be loaded. Are you offline? Try again.',
  scanned: (n: number) => `${plural(n, 'code')} read. Go on with the next, or close the scanner and add them.`,
  found: (n: number) => (n === 0 ? 'No snapshot found' : `${plural(n, 'snapshot')} found`),
  verdict: {
    new: 'new',
    newer: 'newer',
    older: 'older, to compare',
    same: 'here already',
    outdated: 'too old to be kept',
    unnamed: 'name needed',
  } as Record<Verdict, string>,
  sum: {
    new: (n: number) => `${n} new`,
    newer: (n: number) => `${n} newer`,
    older: (n: number) => `${n} older`,
    same: (n: number) => `${n} here already`,
    outdated: (n: number) => `${n} too old to be kept`,
    unnamed: (n: number) => `${n} without a name`,
  } as Record<Verdict, (n: number) => string>,
  repeated: (n: number) =>
    `${n === 1 ? 'One stands' : `${n} stand`} there more than once and ${n === 1 ? 'counts' : 'count'} once.`,
  paths: (n: number) => `${plural(n, 'learning path')} among them: left alone.`,
  stripped: (n: number) =>
    `${plural(n, 'link')} lost ${n === 1 ? 'its' : 'their'} code on the way: the messenger cut off what follows #. Ask for the link “for WeChat and QQ”, or for the code alone.`,
  tooLong: 'This text is longer than any chat with codes can be. Paste only the part with the snapshots.',
  nothing:
    'A snapshot is a link with a long code in it, or the code alone: it begins with lw1s. Copy the whole message and paste it here.',
  unreadable: {
    empty: (n: number) => `${n} empty`,
    'not-a-code': (n: number) => `${plural(n, 'code')} cannot be read`,
    cut: (n: number) => `${plural(n, 'code')} with the end missing. Ask for it again, as a QR code or a link.`,
    damaged: (n: number) => `${plural(n, 'code')} with characters changed on the way. Ask for it again.`,
    'newer-version': (n: number) =>
      `${plural(n, 'code')} of a newer version of the site. Reload this page and paste again.`,
    'too-long': (n: number) => `${plural(n, 'code')} too large to be read along with the rest. Paste fewer at a time.`,
    malformed: (n: number) => `${plural(n, 'code')} that make no sense. They were not made by Layerwise.`,
  } as Record<FailureReason, (n: number) => string>,
  near: (names: string) => `Near: ${names}`,
  whose: (day: string) => `Whose snapshot of ${day}?`,
  namePlaceholder: 'Name',
  guessed: 'The name is a guess from the text around the code.',
  noName: 'The snapshot has no name. Without one it is not added.',
  goesTo: (name: string) => `goes to ${name}`,
  lost: (n: number) =>
    `${plural(n, 'lesson')} done in the snapshot before ${n === 1 ? 'is' : 'are'} not done here. Another person? Then give another name.`,
  ambiguous: 'More than one row has this name: chosen by the lessons done. Correct it if need be.',
  future: 'Dated in the future: the clock of that device is wrong. It would stay the newest until that day.',
  add: (n: number) => `Add ${plural(n, 'snapshot')}`,
  nothingNew: 'Nothing here that would be added.',
  clear: 'Clear',
  separator: ' · ',
  list: ', ',
};

const zh: typeof en = {
  label: '粘贴快照：链接、分享码，或者整段聊天记录',
  hint: '粘贴后立即读取，结果显示在下面；你点添加之前，什么都不会存下来。',
  scan: '扫描二维码…',
  scanLoading: '正在打开……',
  scanFailed: '扫码没能加载，可能是断网了，请再试一次。',
  scanned: (n) => `已读到 ${n} 个码。可以接着扫下一个，或者关闭扫码、添加它们。`,
  found: (n) => (n === 0 ? '没有找到快照' : `找到 ${n} 份快照`),
  verdict: {
    new: '新学员',
    newer: '较新',
    older: '较旧，只用来对比',
    same: '已经有了',
    outdated: '太旧，不保留',
    unnamed: '缺名字',
  },
  sum: {
    new: (n) => `${n} 位新学员`,
    newer: (n) => `${n} 份较新`,
    older: (n) => `${n} 份较旧`,
    same: (n) => `${n} 份已经有了`,
    outdated: (n) => `${n} 份太旧，不保留`,
    unnamed: (n) => `${n} 份没有名字`,
  },
  repeated: (n) => `有 ${n} 份重复出现，只算一次。`,
  paths: (n) => `其中有 ${n} 条学习路径，没有动。`,
  stripped: (n) =>
    `有 ${n} 个链接在途中丢了分享码：聊天软件删掉了 # 之后的内容。请对方改发“微信、QQ 专用链接”，或者只发分享码。`,
  tooLong: '这段文字太长了，不可能是带分享码的聊天记录。请只粘贴有快照的部分。',
  nothing: '快照是一个带长码的链接，或者单独的分享码，以 lw1s 开头。请复制整条消息，再粘贴到这里。',
  unreadable: {
    empty: (n) => `${n} 个是空的`,
    'not-a-code': (n) => `${n} 个分享码读不出来`,
    cut: (n) => `${n} 个分享码缺了结尾，请对方用二维码或链接重新发。`,
    damaged: (n) => `${n} 个分享码在途中被改动，请对方重新发。`,
    'newer-version': (n) => `${n} 个分享码来自更新版本的网站，请刷新本页后再粘贴。`,
    'too-long': (n) => `${n} 个分享码内容太大，没法和其余的一起读。请分几次粘贴。`,
    malformed: (n) => `${n} 个分享码内容不合规则，不是逐层生成的。`,
  },
  near: (names) => `在这些字附近：${names}`,
  whose: (day) => `${day}的快照是谁的？`,
  namePlaceholder: '名字',
  guessed: '名字是从分享码旁边的文字猜的。',
  noName: '快照里没有名字，不填就不添加。',
  goesTo: (name) => `归到${name}`,
  lost: (n) => `上一份快照里完成的 ${n} 课，这里没有完成。是另一个人吗？那就换个名字。`,
  ambiguous: '有不止一行叫这个名字，已按完成的课程选了一行；不对的话请改名字。',
  future: '日期在将来：那台设备的时钟不准。到那一天之前，它会一直算最新。',
  add: (n) => `添加 ${n} 份快照`,
  nothingNew: '没有要添加的。',
  clear: '清空',
  separator: ' · ',
  list: '、',
};

export const pasteStrings = { en, zh };
