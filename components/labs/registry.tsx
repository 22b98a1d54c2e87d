/** One line a lab. Each import becomes its own chunk, so that a lesson loads only the labs it shows. */
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
