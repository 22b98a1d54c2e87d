/** Words at the foot of a lesson. */
const en = {
  next: (path: string) => `Next in “${path}”\u00a0→`,
  also: (path: string) => `Also next in “${path}”`,
  end: (path: string) => `No other lesson of “${path}” is open`,
  toPaths: 'My paths',
  untitled: 'my path',
};

const zh: typeof en = {
  next: (path) => `《${path}》的下一课\u00a0→`,
  also: (path) => `也是《${path}》的下一课`,
  end: (path) => `《${path}》没有别的课要学了`,
  toPaths: '我的路径',
  untitled: '我的路径',
};

export const nextStrings = { en, zh };
