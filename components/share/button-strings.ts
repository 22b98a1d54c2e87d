/** The few words that every page with a share button pays for. */
const en = {
  share: 'Share my progress',
  sharePath: 'Share this path',
  loading: 'Opening…',
  failed: 'Could not be loaded. Are you offline? Try again.',
  again: 'Try again',
};
const zh: typeof en = {
  share: '分享我的进度',
  sharePath: '分享这条路径',
  loading: '正在打开……',
  failed: '没能加载，可能是断网了，请再试一次。',
  again: '再试一次',
};
export const strings = { en, zh };
