/** A whole valid content folder in a few files, to break one thing at a time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Content, readContent } from '@/lib/content/build-site';
import { ContentError, type Problem } from '@/lib/content/problems';

export type Files = Record<string, string>;

const roadmap = `stages:
${['math', 'toolchain', 'engineering', 'frontier']
  .map(
    (id, i) => `  - id: ${id}
    title: { zh: 阶段, en: Stage }
    time: { zh: 一个月, en: a month }
    months: [1, 2]
    goal: { zh: 目标, en: Goal }
    about: { zh: 说明, en: About }
    modules:
      - { id: s${i + 1}m1, title: { zh: 模块, en: Module } }`,
  )
  .join('\n')}
plan:
  - { id: 1, slug: first, module: s1m1 }
  - { id: 2, slug: second, module: s1m1 }
  - { id: 3, slug: third, module: s2m1 }
`;

const concepts = `modules:
  - { id: math, named: true, title: { zh: 数学, en: Mathematics } }
concepts:
  - id: alpha
    module: math
    lesson: first
    prerequisites: []
    name: { zh: 甲, en: Alpha }
    definition: { zh: 第一个, en: The first }
  - id: beta
    module: math
    lesson: third
    prerequisites: [alpha]
    name: { zh: 乙, en: Beta }
    definition: { zh: 第二个, en: The second }
`;

const lesson = `id: 1
module: s1m1
minutes: 30
prerequisites: []
concepts: [alpha]
sources: [paper]
aliases:
  zh: [甲]
  en: [alpha]
seeds: []
`;

const check = (id: string) => `<Check id="${id}">
Which?

<Choice correct>
This.

<Why>Because.</Why>
</Choice>

<Choice>
That.

<Why>No.</Why>
</Choice>
</Check>
`;

const text = `---
title: Title
summary: What this lesson is about, said in one sentence.
outcomes:
  - Do one thing
  - Do another
  - Do a third
---

Opening with <Term id="alpha">alpha</Term> and $x^2$.

## Section {/* #intuition */}

<Lab id="small-lab" />

${check('one')}
${check('two')}
${check('three')}
${check('four')}
\`\`\`python run title="a.py"
print(1)
\`\`\`

See <Cite ref="paper" at="§1" />.
`;

const career = `version: 1
name: { zh: 建造者, en: Builder }
summary: { zh: 一句话, en: One sentence }
lessons:
  - first
  - second
`;

const lab = `title: { zh: 实验, en: Lab }
claim: { zh: 道理, en: Claim }
goal: { zh: 目标, en: Goal }
lesson: first
predict:
  question: { zh: 问, en: Question }
  options:
    - { id: yes-it-does, text: { zh: 是, en: Yes } }
    - { id: no-it-does-not, text: { zh: 否, en: No } }
  reveal: { zh: 因为, en: Because }
code: { file: components/labs/small-lab/core.ts, region: sum }
pytorch: torch.sum(x)
reference: { zh: torch, en: torch }
`;

export function validFiles(): Files {
  return {
    'content/roadmap.yaml': roadmap,
    'content/concepts.yaml': concepts,
    'content/sources.yaml':
      'sources:\n  - { id: paper, type: arxiv, title: A paper, url: "https://arxiv.org/abs/1706.03762" }\n',
    'content/resources.yaml':
      'groups:\n  - id: books\n    title: { zh: 书, en: Books }\n    items:\n      - { source: paper, reviewed: "2026-11-23", why: { zh: 因为, en: Because } }\n',
    'content/aliases.yaml': 'lessons: []\nconcepts: []\nlabs: []\nchecks: []\nmilestones: []\n',
    'content/published-ids.json': JSON.stringify({
      lessons: ['1 math/first'],
      concepts: ['alpha', 'beta'],
      labs: ['small-lab'],
      checks: ['1/one', '1/two', '1/three', '1/four'],
      milestones: [],
      // SHA-256 of "1 2".
      careers: ['builder 1 f71998fe'],
    }),
    'content/careers/builder/career.yaml': career,
    'content/math/first/lesson.yaml': lesson,
    'content/math/first/zh.mdx': text,
    'content/math/first/en.mdx': text,
    'components/labs/small-lab/lab.yaml': lab,
    'components/labs/small-lab/core.ts': '// #region sum\nexport const sum = 1;\n// #endregion sum\n',
  };
}

/** Writes the files into a folder of their own, reads them as a site, and removes them. */
export function readFiles(files: Files): Content {
  const root = mkdtempSync(path.join(os.tmpdir(), 'layerwise-content-'));
  try {
    for (const [name, body] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), body);
    }
    return readContent(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The problems of the valid site after `change`. */
export function problemsAfter(change: (files: Files) => void): readonly Problem[] {
  const files = validFiles();
  change(files);
  try {
    return readFiles(files).problems.list;
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

/** Replaces `from` in one file; fails when it is not there, so that no test passes by accident. */
export function edit(files: Files, name: string, from: string, to: string): void {
  const body = files[name] ?? '';
  if (!body.includes(from)) throw new Error(`${name} does not contain ${from}`);
  files[name] = body.replace(from, to);
}
