/** One way to write a percentage wherever a learner reads one: 41%, in both languages, in lessons as in labs. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const isRead = /\.(?:mdx|yaml|py|tsx)$|strings[^/]*\.ts$/;
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => isRead.test(name))
    .map((name) => `${folder}/${name}`);

/** A number, or what stands for one in a template, and a sign that is not the remainder of a division by a number. */
const apart = /(?:[0-9}])(?:[ \u00a0\u202f]|\\u00a0|\\u202f|&nbsp;|\{' '\})%(?! \d)/;

test('a percent sign stands at its number', () => {
  const found = ['content', 'components', 'app'].flatMap(filesIn).flatMap((name) =>
    readFileSync(name, 'utf8')
      .split('\n')
      .flatMap((line, i) => (apart.test(line) ? [`${name}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
  expect(found).toEqual([]);
});

test('a sign that stands apart is seen', () => {
  for (const text of ['至多 5 %。', '`$' + '{share}\\u00a0%`', '41\u00a0% of', '{tick * 100} %'])
    expect(text).toMatch(apart);
  for (const text of ['41%', 'i % 5', '17 % 5', '100%']) expect(text).not.toMatch(apart);
});
