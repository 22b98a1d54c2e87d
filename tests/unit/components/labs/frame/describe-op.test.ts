import { expect, test } from 'vitest';
import { describeOp, modelStrings } from '@/components/labs/frame/model/strings';

test.each([
  ['train:12000', 'trained 12,000 steps', '训练 12,000 步'],
  ['tune:300', 'tuned 300 steps', '微调 300 步'],
  ['quantize:4:row', 'quantized to 4 bit, one scale per row', '量化为 4 bit，每行一个 scale'],
  ['quantize:nf4:tensor', 'quantized to NF4, one scale per tensor', '量化为 NF4，整个矩阵一个 scale'],
  ['prune:0.5', '50% pruned', '剪掉 50%'],
  ['prune:50:random', '50% pruned (random)', '剪掉 50%（随机）'],
  ['lora:2', 'LoRA of rank 2 merged', '合并秩为 2 的 LoRA'],
  ['distil:950', 'distilled, 950 steps', '蒸馏 950 步'],
  ['gqa:2', 'grouped to 2 KV heads', '合并为 2 个 KV 头'],
  ['freeze:3', 'freeze:3', 'freeze:3'],
])('%s is said in words', (op, en, zh) => {
  expect([describeOp(op, modelStrings.en), describeOp(op, modelStrings.zh)]).toEqual([en, zh]);
});
