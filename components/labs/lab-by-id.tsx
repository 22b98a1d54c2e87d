/**
 * A lab found by its id. A chunk of its own, so that the list of all labs is loaded by pages that show one, and lessons do not
 * grow with every lab that is made.
 */
'use client';
import type { LabProps } from './frame/lab-types';
import { labViews } from './registry';

export function LabById({ id, ...props }: LabProps & { readonly id: string }) {
  const Lab = labViews[id];
  if (!Lab) throw new Error(`The lab "${id}" is not in components/labs/registry.tsx`);
  return <Lab {...props} />;
}
