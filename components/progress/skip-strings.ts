const en = {
  why: 'Why skip it?',
  own: 'Or in your own words (optional)',
  skip: 'Skip',
  cancel: 'Cancel',
};

const zh: typeof en = { why: '为什么跳过？', own: '也可以自己写（选填）', skip: '跳过', cancel: '取消' };

export const skipStrings = { en, zh };
