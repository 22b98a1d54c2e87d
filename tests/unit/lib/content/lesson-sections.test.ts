import { expect, test } from 'vitest';
import { sectionTexts } from '@/lib/content/lesson-sections';
import { parseMdx } from '@/lib/content/mdx-read';
import { Problems } from '@/lib/content/problems';

function sections(source: string) {
  const problems = new Problems();
  const tree = parseMdx(source, 'test.mdx', problems);
  if (!tree) throw new Error('not MDX');
  return Object.fromEntries(sectionTexts(tree).map(({ id, text }) => [id, text]));
}

test('prose stands under its heading, a block a line, the opening under none', () => {
  expect(
    sections('---\ntitle: T\n---\n\nOpening *line*.\n\n## One {/* #one */}\n\nFirst `code` word.\n\n- item\n- other'),
  ).toEqual({
    '': 'Opening line.',
    one: 'First code word.\nitem\nother',
  });
});

test('code, display formulas, checks, predictions and citations are left out', () => {
  const source = `## One {/* #one */}

Kept <Cite ref="a" />.

\`\`\`python
secret = 1
\`\`\`

$$
x^2
$$

<Check id="c">
Asked?

<Choice correct>
Answer.

<Why>Because.</Why>
</Choice>
</Check>

<Predict id="p">
Guess.

<Reveal>
Told.
</Reveal>
</Predict>`;
  expect(sections(source).one).toBe('Kept.');
});

test('titles of asides and columns are words of the page', () => {
  const source = `<Pitfall title="Softmax twice">\nNo error.\n</Pitfall>\n\n<Compare left="A dict" right="Attention">\n<Side>\nExact.\n</Side>\n<Side>\nBlended.\n</Side>\n</Compare>`;
  expect(sections(source)['']).toBe('Softmax twice\nNo error.\nA dict\nAttention\nExact.\nBlended.');
});

test('a row of words stays, a row of numbers goes', () => {
  const source = '| format | largest |\n|---|---|\n| float16 | half |\n| 0.665 | 0.245 |';
  expect(sections(source)['']).toBe('format · largest\nfloat16 · half');
});

test('short formulas read as text', () => {
  expect(sections('Divide by $\\sqrt{d_k}$, twice.')['']).toBe('Divide by √d_k, twice.');
});
