/** The rarer kinds of check, each in a chunk of its own: a lesson loads only those it asks. */
'use client';
import { type ComponentProps, lazy } from 'react';

const LazyNumber = lazy(() => import('./check-number').then(({ NumberCheck }) => ({ default: NumberCheck })));
const LazyOrder = lazy(() => import('./check-order').then(({ OrderCheck }) => ({ default: OrderCheck })));

// A server component cannot name a lazy one itself: React would find a lazy inside its own lazy reference.
export function NumberCheck(props: ComponentProps<typeof LazyNumber>) {
  return <LazyNumber {...props} />;
}

export function OrderCheck(props: ComponentProps<typeof LazyOrder>) {
  return <LazyOrder {...props} />;
}
