import { expect, test } from 'vitest';
import { type CommandId, commandIds, findCommands } from '@/lib/search/commands';

const commands = commandIds.map((id) => ({ id, title: id === 'continue' ? '继续学习：自注意力' : id }));
const found = (query: string): CommandId[] => findCommands(commands, query).map(({ id }) => id);

test('an empty query offers all of them, in the order given', () => {
  expect(found('  ')).toEqual(commandIds);
});

test('words of both languages find a command, whatever its title says', () => {
  expect(found('dark mode')).toEqual(['theme-dark']);
  expect(found('深色')).toEqual(['theme-dark']);
  expect(found('主题')).toEqual(['theme-light', 'theme-dark', 'theme-system']);
  expect(found('切换语言')).toEqual(['language']);
  expect(found('我的进度')).toEqual(['progress']);
});

test('the pages that no lesson, concept or lab stands for are found too', () => {
  expect(found('知识图谱')).toEqual(['map']);
  expect(found('knowledge map')).toEqual(['map']);
  expect(found('书单')).toEqual(['resources']);
  expect(found('books')).toEqual(['resources']);
  expect(found('全部实验')).toEqual(['labs']);
  expect(found('换手机')).toEqual(['hand-over']);
  expect(found('another device')).toEqual(['hand-over']);
  expect(found('reset')).toEqual(['progress']);
  expect(found('存储')).toEqual(['stored']);
});

test('the beginning of a word is enough, its middle is not', () => {
  expect(found('offl')).toEqual(['offline']);
  expect(found('ffline')).toEqual([]);
});

test('every word must be there', () => {
  expect(found('my paths')).toEqual(['paths']);
  expect(found('language model')).toEqual([]);
});

test('the title counts too', () => {
  expect(found('自注意力')).toEqual(['continue']);
});

test('signs alone find nothing', () => {
  expect(found('???')).toEqual([]);
});
