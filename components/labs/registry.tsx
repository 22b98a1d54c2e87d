/**
 * One line a lab. Each import becomes its own chunk, so that a lesson loads only the labs it shows.
 * There is no Suspense around them on purpose: React would write a large boundary apart from its place and need a script to put
 * it there, and lessons must read without scripts.
 */
'use client';
import { type ComponentType, lazy } from 'react';
import type { LabProps } from './frame/lab-types';

export const labViews: Readonly<Record<string, ComponentType<LabProps>>> = {
  'next-token-explorer': lazy(() => import('./next-token-explorer/view')),
  'gradient-through-time': lazy(() => import('./gradient-through-time/view')),
  'objective-switcher': lazy(() => import('./objective-switcher/view')),
  'softmax-temperature': lazy(() => import('./softmax-temperature/view')),
  'attention-by-hand': lazy(() => import('./attention-by-hand/view')),
  'bpe-stepper': lazy(() => import('./bpe-stepper/view')),
  'trainer-bug-hunt': lazy(() => import('./trainer-bug-hunt/view')),
  'lora-rank': lazy(() => import('./lora-rank/view')),
  'quantization-explorer': lazy(() => import('./quantization-explorer/view')),
  'request-lab': lazy(() => import('./request-lab/view')),
  'react-stepper': lazy(() => import('./react-stepper/view')),
  'memory-planner': lazy(() => import('./memory-planner/view')),
  'float-inspector': lazy(() => import('./float-inspector/view')),
  'bleu-rouge-breaker': lazy(() => import('./bleu-rouge-breaker/view')),
  'autograd-graph': lazy(() => import('./autograd-graph/view')),
  'sampler-bench': lazy(() => import('./sampler-bench/view')),
  'train-a-gpt': lazy(() => import('./train-a-gpt/view')),
  'quantize-your-model': lazy(() => import('./quantize-your-model/view')),
  'diffusion-2d': lazy(() => import('./diffusion-2d/view')),
  'perplexity-window': lazy(() => import('./perplexity-window/view')),
  'prune-your-model': lazy(() => import('./prune-your-model/view')),
  'kv-cache-and-gqa': lazy(() => import('./kv-cache-and-gqa/view')),
  'gradient-accumulation-bug': lazy(() => import('./gradient-accumulation-bug/view')),
  'optimizer-race': lazy(() => import('./optimizer-race/view')),
  'speculative-decoding': lazy(() => import('./speculative-decoding/view')),
  'lora-your-model': lazy(() => import('./lora-your-model/view')),
  'attack-your-model': lazy(() => import('./attack-your-model/view')),
  'distil-your-model': lazy(() => import('./distil-your-model/view')),
  'greedy-vs-global-best': lazy(() => import('./greedy-vs-global-best/view')),
  'matrix-and-svd-playground': lazy(() => import('./matrix-and-svd-playground/view')),
  'low-rank-image': lazy(() => import('./low-rank-image/view')),
  'pull-and-push': lazy(() => import('./pull-and-push/view')),
  'mask-painter': lazy(() => import('./mask-painter/view')),
  'schedule-bench': lazy(() => import('./schedule-bench/view')),
  'embedding-map': lazy(() => import('./embedding-map/view')),
  'rope-dial': lazy(() => import('./rope-dial/view')),
  'over-underfit': lazy(() => import('./over-underfit/view')),
  'surprise-meter': lazy(() => import('./surprise-meter/view')),
  'model-anatomy': lazy(() => import('./model-anatomy/view')),
  'block-builder': lazy(() => import('./block-builder/view')),
};
