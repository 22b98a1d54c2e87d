import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileIndex, parseIndex, serializeIndex } from '@/lib/offline/file-index';
import { indexOf } from './fake-site';

const site = {
  '/en/': 'home /a.js',
  '/en/index.txt': 'payload',
  '/a.js': 'script',
  '/b.js': 'other script',
};

test('an index survives being written and read', async () => {
  const { index } = await indexOf(site, { core: { pages: ['/en/'], files: ['/b.js'] } });
  expect(parseIndex(serializeIndex(index))).toEqual(index);
  expect(index.pages.get('/en/')).toEqual(['/a.js']);
  expect(index.files.get('/a.js')).toMatchObject({ bytes: 6, packed: 3 });
});

test('the order in which files were found does not change a letter of it', async () => {
  const { index, text } = await indexOf(site, { core: { pages: ['/en/'] }, 'en/math': { files: ['/b.js', '/a.js'] } });
  const shuffled: FileIndex = {
    files: new Map([...index.files].reverse()),
    pages: new Map([...index.pages].reverse()),
    groups: new Map(
      [...index.groups].reverse().map(([name, group]) => [name, { ...group, files: [...group.files].reverse() }]),
    ),
  };
  expect(serializeIndex(shuffled)).toBe(text);
});

test('an index that names a file it does not have cannot be written', async () => {
  const { index } = await indexOf(site);
  expect(() => serializeIndex({ ...index, pages: new Map([['/en/', ['/gone.js']]]) })).toThrow(/gone\.js/);
});

test('whatever text stands in place of an index is refused, never thrown at', async () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseIndex(text) === null));
});

test('an index with one thing broken is refused as a whole', async () => {
  const { text } = await indexOf(site, { core: { pages: ['/en/'] } });
  const broken = (change: (raw: Record<string, unknown>) => void) => {
    const raw = JSON.parse(text);
    change(raw);
    return parseIndex(JSON.stringify(raw));
  };
  expect(broken(() => {})).not.toBeNull();
  expect(broken((raw) => Object.assign(raw, { version: 2 }))).toBeNull();
  expect(broken((raw) => (raw.bytes as number[]).pop())).toBeNull();
  expect(broken((raw) => Object.assign(raw, { hashes: `${raw.hashes}a` }))).toBeNull();
  expect(broken((raw) => Object.assign(raw, { hashes: String(raw.hashes).replace(/./, '/') }))).toBeNull();
  expect(broken((raw) => Object.assign(raw, { paths: ['//evil.example/', '/a', '/b', '/c'] }))).toBeNull();
  expect(broken((raw) => Object.assign(raw, { sets: [[99]] }))).toBeNull();
  expect(broken((raw) => Object.assign(raw, { groups: { core: [[99], []] } }))).toBeNull();
  expect(broken((raw) => Object.assign(raw, { groups: null }))).toBeNull();
});
