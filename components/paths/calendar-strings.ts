/** Words of the activity calendar and of the rhythm. */
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const en = {
  title: 'Days of learning',
  caption: (weeks: number) => `Days of learning in the last ${weeks} weeks, a column a week, Monday first`,
  empty: 'A day appears here when you learn something on it.',
  sum: (days: number, weeks: number) => `${plural(days, 'day')} in the last ${weeks} weeks`,
  results: (n: number) => plural(n, 'result'),
  nothing: 'free',
  less: 'less',
  more: 'more',
  rhythm: (days: number) => `In rhythm for ${plural(days, 'day')} of learning.`,
  rhythmHint: 'Two free days a week belong to it.',
  showRhythm: 'Show my rhythm',
  /** Monday first, in both languages. */
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdaysShort: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
};

const zh: typeof en = {
  title: '学习日历',
  caption: (weeks) => `最近 ${weeks} 周的学习日，一列一周，从周一开始`,
  empty: '哪天学了，哪天就会出现在这里。',
  sum: (days, weeks) => `最近 ${weeks} 周学了 ${days} 天`,
  results: (n) => `${n} 项成果`,
  nothing: '没学',
  less: '少',
  more: '多',
  rhythm: (days) => `保持节奏，已经学了 ${days} 天。`,
  rhythmHint: '每周歇两天也算在节奏里。',
  showRhythm: '显示学习节奏',
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  weekdaysShort: ['一', '二', '三', '四', '五', '六', '日'],
};

export const calendarStrings = { en, zh };
