/**
 * A lab found by its id. A chunk of its own, so that the list of all labs is loaded by pages that show one, and lessons do not
 * grow with every lab that is made. A lab that cannot be loaded (no network, or the site has been updated) leaves its lesson alone.
 */
'use client';
import { ErrorBoundary } from './frame/error-boundary';
import type { LabProps } from './frame/lab-types';
import { missingStrings } from './missing-strings';
import { labViews } from './registry';

export function LabById({ id, ...props }: LabProps & { readonly id: string }) {
  const Lab = labViews[id];
  if (!Lab) throw new Error(`The lab "${id}" is not in components/labs/registry.tsx`);
  const t = missingStrings[props.locale];
  return (
    <ErrorBoundary message={t.missing} retry={t.reload} onRetry={() => location.reload()}>
      <Lab {...props} />
    </ErrorBoundary>
  );
}
