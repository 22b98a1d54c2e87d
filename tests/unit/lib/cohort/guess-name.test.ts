import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessName } from '@/lib/cohort/guess-name';
import { anyText } from '../share/arbitraries';

const link = 'https://learn.example/en/share/#';

/** What stands before and after the code (`|`) in the texts that people paste. */
test.each([
  ['a bare line', 'Mei: |', 'Mei'],
  ['a full-width colon, as tidied', '张三:|', '张三'],
  ['WhatsApp', `[23/11/26, 09:41:05] Tom Okafor: ${link}|`, 'Tom Okafor'],
  ['WhatsApp on Android', `23/11/2026, 09:41 - Tom: here is mine ${link}|`, 'Tom'],
  ['Slack', `Mei Chen  9:41 AM\nHere's mine: ${link}|`, 'Mei Chen'],
  ['Teams', `[Monday 9:12 AM] Chen, Mei\n${link}|`, 'Chen, Mei'],
  ['Telegram', `Sven Novak, [23.11.2026 09:41]\n${link}|`, 'Sven Novak'],
  ['Discord', `Noor — Today at 9:41 AM\n${link}|`, 'Noor'],
  ['WeChat on a computer', `张三:\n${link}|`, '张三'],
  ['WeChat with a time', `张三  2026/11/23 9:12:05\n我的进度:${link}|`, '张三'],
  ['Feishu', `李娜 11月23日 09:12\n这是我这周的进度\n${link}|`, '李娜'],
  ['DingTalk', `王小明 昨天 21:03\n|`, '王小明'],
  ['a quoted mail', `> Ada Lovelace wrote:\n>\n> ${link}|`, 'Ada Lovelace'],
  ['a row of a sheet', 'Ines Silva\t2026-11-23\t|', 'Ines Silva'],
  ['a numbered list', `3. Ines Silva ${link}|`, 'Ines Silva'],
  ['no blank before the address', `张三:${link}|`, '张三'],
  ['nothing at all before the address', `李娜${link}|`, '李娜'],
  ['a bullet', `- Ines: |`, 'Ines'],
  ['a mention', '@noor |', 'noor'],
  ['the name after the code', '| (Mei)', 'Mei'],
  ['the name after a dash', '| — 张三', '张三'],
  ['a name on the line above', `Mei Chen\n|`, 'Mei Chen'],
  ['a month written out', `Tom, 23 Nov 2026 at 09:41\n|`, 'Tom'],
] as const)('%s', (_, text, name) => {
  const [before = '', after = ''] = text.split('|');
  expect(guessName(before, after)).toBe(name);
});

test.each([
  '',
  'Here is my progress: |',
  '我的进度:|',
  '这是我本周的快照|',
  'https://learn.example/en/share/#|',
  '09:41 |',
  'a long sentence that says how the week went and what was hard |',
  '3 |',
])('%j names nobody', (text) => {
  const [before = '', after = ''] = text.split('|');
  expect(guessName(before, after)).toBeUndefined();
});

test('the sender above the message counts, not the colon in it', () => {
  expect(guessName('Mei Chen  9:41 AM\nweek 3: ', '')).toBe('Mei Chen');
});

test('of two senders the nearer one counts', () => {
  expect(guessName('Tom  9:40 AM\nok\nMei  9:41 AM\n', '')).toBe('Mei');
});

test('a guess never throws and never is a line break or longer than a name', () => {
  fc.assert(
    fc.property(anyText(300), anyText(100), (before, after) => {
      const guess = guessName(before, after);
      expect(guess === undefined || (/^[^\n\r]+$/.test(guess) && guess.length <= 40)).toBe(true);
    }),
  );
});
