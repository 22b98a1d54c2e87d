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
  'softmax-temperature': lazy(() => import('./softmax-temperature/view')),
  'attention-by-hand': lazy(() => import('./attention-by-hand/view')),
  'bpe-stepper': lazy(() => import('./bpe-stepper/view')),
  'trainer-bug-hunt': lazy(() => import('./trainer-bug-hunt/view')),
  'lora-rank': lazy(() => import('./lora-rank/view')),
  'quantization-explorer': lazy(() => import('./quantization-explorer/view')),
  'request-lab': lazy(() => import('./request-lab/view')),
  'react-stepper': lazy(() => import('./react-stepper/view')),
};
