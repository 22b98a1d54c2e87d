import { expect, test } from 'vitest';
import { pageNeeds, readCode } from '@/lib/build/offline/page-needs';

const chunk = (name: string) => `/_next/static/chunks/${name}`;
/** As the bundler writes them. */
const scripts = new Map([
  [chunk('layout.js'), 'x,78757,e=>{e.v(t=>Promise.all(["static/chunks/late.js"].map(t=>e.l(t))).then(()=>t(29008)))}'],
  [chunk('late.js'), 'new Worker("static/chunks/worker.js")'],
  [chunk('worker.js'), ''],
  [chunk('unused.js'), ''],
  [chunk('old.js'), ''],
  [
    chunk('registry.js'),
    'let c={"one-lab":(0,a.lazy)(()=>s.A(11)),"two-lab":(0,a.lazy)(()=>s.A(12))};' +
      'x,11,s=>{s.v(t=>Promise.all(["static/chunks/one.js"].map(t=>s.l(t))).then(()=>t(1)))},' +
      '12,s=>{s.v(t=>Promise.all(["static/chunks/two.js"].map(t=>s.l(t))).then(()=>t(2)))}',
  ],
  [chunk('one.js'), '["static/chunks/one-worker.js"]'],
  [chunk('one-worker.js'), ''],
  [chunk('two.js'), ''],
  [chunk('page.css'), '@font-face{font-family:Serif;src:url(../media/serif.woff2)}'],
]);
const others = [
  '/_next/static/media/serif.woff2',
  '/code/one-lab.html',
  '/exercises/ex/exercise.py',
  '/exercises/ex/solution.py',
];
const exists = (path: string) => scripts.has(path) || others.includes(path);
const code = readCode(scripts, exists);
const needs = (html: string) => pageNeeds(html, code, exists);

test('a page needs what it names, and all that this loads late', () => {
  expect(
    needs('<link href="/base/_next/static/chunks/page.css"><script src="/base/_next/static/chunks/layout.js">'),
  ).toEqual([
    chunk('late.js'),
    chunk('layout.js'),
    chunk('page.css'),
    chunk('worker.js'),
    '/_next/static/media/serif.woff2',
  ]);
});

test('scripts for browsers without modules are left to them', () => {
  expect(needs('<script src="/_next/static/chunks/old.js" noModule=""></script>')).toEqual([]);
});

test('a page with a lab needs this lab with its worker and its code, and no other lab', () => {
  const html = '<script src="/_next/static/chunks/registry.js"></script><section data-lab="one-lab">';
  expect(needs(html)).toEqual([chunk('one-worker.js'), chunk('one.js'), chunk('registry.js'), '/code/one-lab.html']);
});

test('the files of an exercise come with it', () => {
  expect(needs("<section data-exercise='ex'>")).toEqual(['/exercises/ex/exercise.py', '/exercises/ex/solution.py']);
});

test('a lab whose chunks cannot be found stops the build: nobody would miss it until they are offline', () => {
  expect(() => needs('<section data-lab="new-lab">')).toThrow(/new-lab/);
  const changed = new Map([...scripts].map(([name, text]) => [name, text.replaceAll('Promise.all', 'all')]));
  expect(() => readCode(changed, exists)).toThrow(/module 11/);
});
