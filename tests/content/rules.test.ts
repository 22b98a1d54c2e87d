/** Each rule of the content pipeline, proved by a site that breaks it and nothing else. */
import { expect, test } from 'vitest';
import { ContentError } from '@/lib/content/problems';
import { edit, type Files, problemsAfter, readFiles, validFiles } from './small-site';

const EN = 'content/math/first/en.mdx';
const ZH = 'content/math/first/zh.mdx';
const META = 'content/math/first/lesson.yaml';
const MILESTONE = 'content/math/milestone.yaml';
const PLACEMENT = 'content/math/placement.yaml';
const CAREER = 'content/careers/builder/career.yaml';

const milestone = `title: { zh: 里程碑, en: Milestone }
summary: { zh: 概述, en: Summary }
minutes: 60
steps:
${[1, 2, 3]
  .map(
    (n) => `  - id: step-${n}
    title: { zh: 步, en: Step }
    task: { zh: 做, en: Task }
    done: { zh: 成, en: Done }
    judge: { zh: 评, en: Judge }
`,
  )
  .join('')
  .replace(/(id: step-2[^-]*judge: .*\n)/, '$1    lessons: [first]\n    labs: [small-lab]\n')}`;

const placement = `summary: { zh: 概述, en: Summary }
questions:
  - id: q1
    lesson: first
    prompt: { zh: 问, en: Question }
    choices:
      - { right: true, text: { zh: 甲, en: A }, why: { zh: 因甲, en: Because } }
      - { text: { zh: 乙, en: B }, why: { zh: 因乙, en: No B } }
      - { text: { zh: 丙, en: C }, why: { zh: 因丙, en: No C } }
  - id: q2
    lesson: first
    prompt: { zh: 问, en: Question }
    number: { answer: 0.5, tolerance: 0.01, unit: { zh: 倍, en: x } }
    why: { zh: 因, en: Because }
`;

/** Applies the same edit to both languages. */
const both = (from: string, to: string) => (files: Files) => {
  edit(files, EN, from, to);
  edit(files, ZH, from, to);
};
const one = (name: string, from: string, to: string) => (files: Files) => edit(files, name, from, to);

const rules: readonly (readonly [
  rule: string,
  change: (files: Files) => void,
  file: string,
  message: RegExp,
  line?: number,
])[] = [
  ['unknown YAML key', one(META, 'minutes: 30', 'minutes: 30\nhours: 1'), META, /Unrecognized key/],
  ['value of the wrong type', one(META, 'minutes: 30', 'minutes: soon'), META, /minutes: .*number/, 3],
  ['broken YAML', one(META, 'minutes: 30', 'minutes: [30'), META, /./],
  ['missing lesson.yaml', (files) => delete files[META], META, /lacks this file/],
  ['missing language', (files) => delete files[ZH], ZH, /no zh text/],
  [
    'stray file',
    (files) => {
      files['content/math/first/notes.txt'] = '';
    },
    'content/math/first/notes.txt',
    /No lesson file/,
  ],
  [
    'no frontmatter',
    (files) => {
      files[EN] = files[EN]?.slice(files[EN].indexOf('---', 4) + 3) ?? '';
    },
    EN,
    /starts with frontmatter/,
    1,
  ],
  ['frontmatter without outcomes', one(EN, '  - Do a third\n', ''), EN, /outcomes/, 5],
  ['import', one(EN, 'Opening', "import x from 'y'\n\nOpening"), EN, /no import or export/, 10],
  ['expression', one(EN, 'Opening', 'Opening {1 + 1}'), EN, /no \{expressions\}/, 10],
  ['unknown tag', one(EN, 'Opening', '<Video /> Opening'), EN, /Unknown tag <Video>/, 10],
  ['raw HTML', one(EN, 'Opening', '<div>Opening</div>'), EN, /Unknown tag <div>/],
  [
    'unknown attribute',
    one(EN, '<Lab id="small-lab" />', '<Lab id="small-lab" size="big" />'),
    EN,
    /no attribute "size"/,
    14,
  ],
  ['missing attribute', both('<Cite ref="paper" at="§1" />', '<Cite at="§1" />'), EN, /needs the attribute "ref"/],
  [
    'attribute that would have to run',
    one(EN, '<Lab id="small-lab" />', '<Lab id="small-lab" start={make()} />'),
    EN,
    /literal object/,
  ],
  ['tag in the wrong place', both('Opening', '<Why>Opening</Why>'), EN, /belongs inside <Check>/],
  ['empty tag with content', both('<Lab id="small-lab" />', '<Lab id="small-lab">x</Lab>'), EN, /holds nothing/],
  ['MDX that does not parse', one(EN, '<Lab id="small-lab" />', '<Lab id="small-lab">'), EN, /./],
  ['heading without id', both(' {/* #intuition */}', ''), EN, /heading needs an id/, 12],
  ['heading of the first level', both('## Section', '# Section'), EN, /Headings are ## or ###/, 12],
  ['heading id used twice', both('```python', '## Again {/* #intuition */}\n\n```python'), EN, /used twice/],
  ['check id used twice', both('<Check id="two">', '<Check id="one">'), EN, /check id "one" is used twice/],
  [
    'languages with different labs',
    one(EN, '<Lab id="small-lab" />', ''),
    EN,
    /languages part here: zh has lab "small-lab"/,
  ],
  ['languages with different headings', one(EN, '#intuition', '#other'), EN, /languages part here/, 12],
  ['languages with different terms', one(ZH, '<Term id="alpha">alpha</Term>', 'alpha'), EN, /zh has heading/],
  [
    'languages that disagree on what is right',
    (files) => {
      edit(files, EN, '<Choice correct>', '<Choice>');
      edit(files, EN, '<Choice>\nThat.', '<Choice correct>\nThat.');
    },
    EN,
    /disagree on what is right/,
  ],
  ['choice without a reason', both('<Why>No.</Why>', ''), EN, /exactly one <Why>/],
  ['check without a right choice', both('<Choice correct>', '<Choice>'), EN, /no <Choice correct>/],
  ['check in which all is right', both('<Choice>\nThat.', '<Choice correct>\nThat.'), EN, /every choice is correct/],
  [
    'number check without tolerance',
    both('<Check id="one">', '<Check id="one" kind="number" answer={1}>'),
    EN,
    /needs tolerance/,
  ],
  [
    'check of an unknown kind',
    both('<Check id="one">', '<Check id="one" kind="essay">'),
    EN,
    /must be one of number, order/,
  ],
  [
    'check of an unknown concept',
    both('<Check id="one">', '<Check id="one" concepts="alpha gamma">'),
    EN,
    /Check "one": no concept "gamma"/,
  ],
  [
    'check of a concept taught later',
    both('<Check id="one">', '<Check id="one" concepts="beta">'),
    EN,
    /Check "one": "beta" is taught later/,
  ],
  [
    'languages that disagree on what a check examines',
    one(EN, '<Check id="one">', '<Check id="one" concepts="alpha">'),
    EN,
    /disagree on which concepts/,
  ],
  [
    'too few checks',
    (files) => {
      for (const name of [EN, ZH]) {
        const body = files[name] ?? '';
        files[name] = body.slice(0, body.indexOf('<Check id="four">')) + body.slice(body.indexOf('```python'));
      }
    },
    EN,
    /4–7 checks; this one has 3/,
  ],
  ['code without a language', both('```python run title="a.py"', '```'), EN, /Code needs a language/],
  ['unknown code option', both('run title', 'fast title'), EN, /Unknown code option: fast/],
  ['running what is not Python', both('```python run', '```bash run'), EN, /Only python blocks/],
  [
    'comparison with one side',
    both('See <Cite', '<Compare left="a" right="b"><Side>x</Side></Compare>\n\nSee <Cite'),
    EN,
    /exactly two <Side>/,
  ],
  [
    'figure that is not there',
    both('See <Cite', '<Figure src="a.svg" alt="x">y</Figure>\n\nSee <Cite'),
    EN,
    /No figure a.svg/,
  ],
  [
    'exercise not shown',
    (files) => {
      for (const name of ['exercise', 'solution', 'test_exercise']) files[`content/math/first/${name}.py`] = '';
    },
    EN,
    /place <Exercise \/> once/,
  ],
  ['exercise without files', both('See <Cite', '<Exercise />\n\nSee <Cite'), EN, /without exercise.py/],
  [
    'exercise without tests',
    (files) => {
      files['content/math/first/exercise.py'] = '';
      files['content/math/first/solution.py'] = '';
      both('See <Cite', '<Exercise />\n\nSee <Cite')(files);
    },
    'content/math/first/test_exercise.py',
    /lacks this file/,
  ],
  ['unknown lab', both('small-lab', 'other-lab'), EN, /No lab "other-lab"/, 14],
  ['unknown term', both('<Term id="alpha">', '<Term id="gamma">'), EN, /No concept "gamma"/],
  [
    'look-ahead',
    both('Opening', '<Term id="beta">beta</Term> Opening'),
    EN,
    /Look-ahead: "beta" is taught later, by "third"/,
    10,
  ],
  ['concept taught but never introduced', both('<Term id="alpha">alpha</Term>', 'alpha'), EN, /no <Term id="alpha">/],
  ['citation of a source not listed', both('ref="paper"', 'ref="blog"'), EN, /not among the sources/],
  [
    'source that does not exist',
    (files) => {
      edit(files, META, '[paper]', '[paper, blog]');
    },
    META,
    /No source "blog"/,
    6,
  ],
  [
    'lesson not in the plan',
    (files) => {
      for (const name of ['lesson.yaml', 'zh.mdx', 'en.mdx']) {
        files[`content/math/stray/${name}`] = files[`content/math/first/${name}`] ?? '';
      }
    },
    'content/math/stray/lesson.yaml',
    /not in the plan/,
  ],
  ['id that the plan gives to another', one(META, 'id: 1', 'id: 9'), META, /reserves the id 1/, 1],
  ['lesson in the wrong module', one(META, 's1m1', 's2m1'), META, /puts "first" in module s1m1/, 2],
  [
    'prerequisite that does not exist',
    one(META, 'prerequisites: []', 'prerequisites: [zero]'),
    META,
    /No lesson "zero"/,
  ],
  [
    'prerequisite that comes later',
    one(META, 'prerequisites: []', 'prerequisites: [second]'),
    META,
    /comes later on the road/,
  ],
  ['concept that another lesson teaches', one(META, '[alpha]', '[alpha, beta]'), META, /taught by "third"/],
  [
    'concept of the lesson left out',
    one('content/concepts.yaml', 'lesson: third', 'lesson: first'),
    META,
    /"beta" is taught here and missing/,
  ],
  [
    'concepts in a circle',
    one('content/concepts.yaml', 'prerequisites: []', 'prerequisites: [beta]'),
    'content/concepts.yaml',
    /circle: alpha → beta → alpha/,
  ],
  [
    'concept that needs an unknown one',
    one('content/concepts.yaml', '[alpha]', '[omega]'),
    'content/concepts.yaml',
    /No concept "omega"/,
    13,
  ],
  [
    'concept in an unknown module',
    one('content/concepts.yaml', 'module: math\n    lesson: third', 'module: art\n    lesson: third'),
    'content/concepts.yaml',
    /No concept module/,
  ],
  ['concept twice', one('content/concepts.yaml', 'id: beta', 'id: alpha'), 'content/concepts.yaml', /stands twice/],
  ['source without https', one('content/sources.yaml', 'https://arxiv', 'http://arxiv'), 'content/sources.yaml', /url/],
  [
    'resource of an unknown source',
    one('content/resources.yaml', 'source: paper', 'source: blog'),
    'content/resources.yaml',
    /No source "blog"/,
    5,
  ],
  [
    'lab without lab.yaml',
    (files) => delete files['components/labs/small-lab/lab.yaml'],
    'components/labs/small-lab/lab.yaml',
    /lacks this file/,
  ],
  [
    'lab in one language only',
    one('components/labs/small-lab/lab.yaml', 'claim: { zh: 道理, en: Claim }', 'claim: { en: Claim }'),
    'components/labs/small-lab/lab.yaml',
    /claim.zh/,
  ],
  [
    'lab that shows code which is not there',
    one('components/labs/small-lab/lab.yaml', 'region: sum', 'region: product'),
    'components/labs/small-lab/lab.yaml',
    /No region "product"/,
  ],
  [
    'lab of an unknown lesson',
    one('components/labs/small-lab/lab.yaml', 'lesson: first', 'lesson: zero'),
    'components/labs/small-lab/lab.yaml',
    /No lesson "zero"/,
  ],
  [
    'career without career.yaml',
    (files) => {
      files['content/careers/other/notes.md'] = '';
    },
    'content/careers/other/career.yaml',
    /lacks this file/,
  ],
  [
    'career in one language only',
    one(CAREER, 'summary: { zh: 一句话, en: One sentence }', 'summary: { en: One sentence }'),
    CAREER,
    /summary.zh/,
    3,
  ],
  ['career with an unknown key', one(CAREER, 'version: 1', 'version: 1\nhours: 9'), CAREER, /Unrecognized key/],
  ['career with a lesson that is not in the plan', one(CAREER, '- second', '- zero'), CAREER, /No lesson "zero"/, 6],
  ['career with a lesson twice', one(CAREER, '- second', '- second\n  - first'), CAREER, /"first" stands twice/, 7],
  [
    'career in an order that cannot be learnt',
    (files) => {
      edit(files, META, 'prerequisites: []', 'prerequisites: [second]');
    },
    CAREER,
    /"first" builds on "second", which comes later in this list/,
    5,
  ],
  [
    'career whose list changes without a new version',
    one(CAREER, '- second', '- second\n  - third'),
    CAREER,
    /not the one published as version 1: raise the version/,
    1,
  ],
  [
    'career whose order changes without a new version',
    one(CAREER, '- first\n  - second', '- second\n  - first'),
    CAREER,
    /raise the version/,
    1,
  ],
  [
    'career whose new version is not published',
    (files) => {
      edit(files, CAREER, '- second', '- second\n  - third');
      edit(files, CAREER, 'version: 1', 'version: 2');
    },
    'content/published-ids.json',
    /"builder 2 [0-9a-f]{8}" is new/,
  ],
  [
    'career that goes back to an earlier version',
    one('content/published-ids.json', '"builder 1', '"builder 2 00000000","builder 1'),
    CAREER,
    /Version 2 was published/,
    1,
  ],
  [
    'published career that is gone',
    one('content/published-ids.json', '"builder 1', '"lost 1 00000000","builder 1'),
    'content/published-ids.json',
    /career "lost" was published and is gone/,
  ],
  [
    'milestone with an unknown key',
    (files) => {
      files[MILESTONE] = milestone.replace('minutes: 60', 'minutes: 60\nhours: 1');
    },
    MILESTONE,
    /Unrecognized key/,
  ],
  [
    'milestone in one language only',
    (files) => {
      files[MILESTONE] = milestone.replace('judge: { zh: 评, en: Judge }', 'judge: { zh: 评 }');
    },
    MILESTONE,
    /steps.0.judge.en/,
    9,
  ],
  [
    'milestone with a step twice',
    (files) => {
      files[MILESTONE] = milestone.replace('id: step-2', 'id: step-1');
    },
    MILESTONE,
    /step "step-1" stands twice/,
    10,
  ],
  [
    'milestone with a lesson that is not in the plan',
    (files) => {
      files[MILESTONE] = milestone.replace('lessons: [first]', 'lessons: [zero]');
    },
    MILESTONE,
    /No lesson "zero"/,
    15,
  ],
  [
    'milestone with a lab that is not there',
    (files) => {
      files[MILESTONE] = milestone.replace('labs: [small-lab]', 'labs: [other-lab]');
    },
    MILESTONE,
    /No lab "other-lab"/,
    16,
  ],
  [
    'step of a milestone that is not published',
    (files) => {
      files[MILESTONE] = milestone;
    },
    'content/published-ids.json',
    /"math\/step-1" is new/,
  ],
  [
    'published step of a milestone that is gone',
    one('content/published-ids.json', '"milestones":[]', '"milestones":["math/lost"]'),
    'content/published-ids.json',
    /"math\/lost" was published and is gone/,
  ],
  [
    'question without a right choice',
    (files) => {
      files[PLACEMENT] = placement.replaceAll('right: true, ', '');
    },
    PLACEMENT,
    /exactly one right choice/,
  ],
  [
    'question with two right choices',
    (files) => {
      files[PLACEMENT] = placement.replace('- { text: { zh: 丙', '- { right: true, text: { zh: 丙');
    },
    PLACEMENT,
    /exactly one right choice/,
  ],
  [
    'choice without a reason',
    (files) => {
      files[PLACEMENT] = placement.replace(', why: { zh: 因丙, en: No C }', '');
    },
    PLACEMENT,
    /choices.2.why/,
    9,
  ],
  [
    'question with neither choices nor a number',
    (files) => {
      files[PLACEMENT] = placement.replace(/ {4}choices:\n(?: {6}.*\n){3}/, '');
    },
    PLACEMENT,
    /either choices or a number/,
    3,
  ],
  [
    'number without a reason',
    (files) => {
      files[PLACEMENT] = placement.replace('    why: { zh: 因, en: Because }\n', '');
    },
    PLACEMENT,
    /why: goes with a number/,
  ],
  [
    'question about a lesson of another stage',
    (files) => {
      files[PLACEMENT] = placement.replace('lesson: first', 'lesson: third');
    },
    PLACEMENT,
    /"third" is no lesson of the stage "math"/,
    4,
  ],
  [
    'question twice',
    (files) => {
      files[PLACEMENT] = placement.replace('id: q2', 'id: q1');
    },
    PLACEMENT,
    /question "q1" stands twice/,
    10,
  ],
  [
    'lesson with one question only',
    (files) => {
      files[PLACEMENT] = placement.slice(0, placement.indexOf('  - id: q2'));
    },
    PLACEMENT,
    /"first" has 1 of the 2 questions/,
  ],
  [
    'published id that is gone',
    one('content/published-ids.json', '"alpha"', '"alpha","lost"'),
    'content/published-ids.json',
    /"lost" was published and is gone/,
  ],
  [
    'new id that is not published',
    one('content/published-ids.json', '"1/four"', '"1/three"'),
    'content/published-ids.json',
    /"1\/four" is new/,
  ],
  [
    'alias to nowhere',
    one('content/aliases.yaml', 'lessons: []', 'lessons: [{ id: 7, stage: math, slug: old, to: 8 }]'),
    'content/aliases.yaml',
    /No lesson has the id 8/,
  ],
  [
    'alias of a concept to nowhere',
    one('content/aliases.yaml', 'concepts: []', 'concepts: [{ id: lost, to: nowhere }]'),
    'content/aliases.yaml',
    /No concept "nowhere"/,
  ],
  [
    'retired step whose successor is not there',
    one('content/aliases.yaml', 'milestones: []', 'milestones: [{ id: math/lost, to: math/nowhere }]'),
    'content/aliases.yaml',
    /No step "math\/nowhere"/,
  ],
  [
    'retired step that says nothing of a successor',
    one('content/aliases.yaml', 'milestones: []', 'milestones: [{ id: math/lost }]'),
    'content/aliases.yaml',
    /milestones.0.to/,
  ],
  [
    'retired step that its milestone still has',
    (files) => {
      files[MILESTONE] = milestone;
      edit(files, 'content/aliases.yaml', 'milestones: []', 'milestones: [{ id: math/step-1, to: math/step-2 }]');
    },
    'content/aliases.yaml',
    /"math\/step-1" is still a step/,
  ],
  [
    'retired step with a successor in another stage',
    (files) => {
      files[MILESTONE] = milestone;
      edit(files, 'content/aliases.yaml', 'milestones: []', 'milestones: [{ id: frontier/lost, to: math/step-1 }]');
    },
    'content/aliases.yaml',
    /"math\/step-1" is a step of another stage/,
  ],
];

test('the site that the rules are tried on is valid', () => {
  expect(readFiles(validFiles()).problems.list).toEqual([]);
});

test.each(rules.map(([rule, change, file, message, line]) => ({ rule, change, file, message, line })))(
  '$rule',
  ({ change, file, message, line }) => {
    const problems = problemsAfter(change);
    const found = problems.find((problem) => problem.file === file && message.test(problem.message));
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    if (line !== undefined) expect(found?.line).toBe(line);
  },
);

test('one error lists every problem, ordered by file and line', () => {
  const problems = problemsAfter((files) => {
    edit(files, META, 'minutes: 30', 'minutes: soon');
    edit(files, EN, 'Opening', '<Video /> Opening');
    edit(files, 'content/sources.yaml', 'https', 'http');
  });
  const { message } = new ContentError(problems);
  expect(message).toMatch(/^\d+ problems in the content:/);
  expect(message.indexOf(EN)).toBeLessThan(message.indexOf(META));
  expect(message.indexOf(META)).toBeLessThan(message.indexOf('content/sources.yaml'));
});

test('a career keeps the numbers of lessons that are not written yet', () => {
  const { site } = readFiles(validFiles());
  expect(site.lessons.map(({ slug }) => slug)).toEqual(['first']);
  expect(site.careers).toEqual([
    {
      id: 'builder',
      version: 1,
      name: { zh: '建造者', en: 'Builder' },
      summary: { zh: '一句话', en: 'One sentence' },
      lessons: [
        { id: 1, slug: 'first' },
        { id: 2, slug: 'second' },
      ],
    },
  ]);
});

test('a milestone and a placement test are read as they stand, questions of lessons to come left out', () => {
  const files = validFiles();
  files[MILESTONE] = milestone;
  files[PLACEMENT] = placement.replace(
    'lesson: first\n    prompt: { zh: 问, en: Question }\n    number',
    'lesson: second\n    prompt: { zh: 问, en: Question }\n    number',
  );
  edit(
    files,
    'content/published-ids.json',
    '"milestones":[]',
    '"milestones":["math/step-1","math/step-2","math/step-3"]',
  );
  const { site, problems } = readFiles(files);
  expect(problems.list.map(({ message }) => message)).toEqual([
    '"first" has 1 of the 2 questions that a lesson needs.',
  ]);
  expect(site.milestones).toMatchObject([
    { stage: 'math', minutes: 60, steps: [{ id: 'step-1', labs: [] }, { labs: ['small-lab'] }, {}] },
  ]);
  expect(site.placements).toMatchObject([{ stage: 'math', questions: [{ id: 'q1', lesson: 1, kind: 'choice' }] }]);
});

test('a step that was merged resolves to its successor, and one that was dropped to nothing', () => {
  const files = validFiles();
  files[MILESTONE] = milestone;
  const published = '"math/step-1","math/step-2","math/step-3","math/merged","math/dropped"';
  edit(files, 'content/published-ids.json', '"milestones":[]', `"milestones":[${published}]`);
  const retired = '[{ id: math/merged, to: math/step-2 }, { id: math/dropped, to: null }]';
  edit(files, 'content/aliases.yaml', 'milestones: []', `milestones: ${retired}`);
  const { site, problems } = readFiles(files);
  expect(problems.list).toEqual([]);
  expect(site.retiredSteps).toEqual({ 'math/merged': 'math/step-2', 'math/dropped': null });
});

test('a renamed lesson answers under its old number and address', () => {
  const files = validFiles();
  edit(files, 'content/published-ids.json', '"1 math/first"', '"9 math/old-name","1 math/first"');
  edit(files, 'content/aliases.yaml', 'lessons: []', 'lessons: [{ id: 9, stage: math, slug: old-name, to: 1 }]');
  const { site, problems } = readFiles(files);
  expect(problems.list).toEqual([]);
  expect(site.aliases).toEqual({ 9: 1 });
  expect(site.moved).toEqual([{ stage: 'math', slug: 'old-name', to: 1 }]);
});
