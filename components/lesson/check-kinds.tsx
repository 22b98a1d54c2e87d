/** The rarer kinds of check, each in a chunk of its own: a lesson loads only those it asks. */
'use client';
import { lazy } from 'react';

export const NumberCheck = lazy(() => import('./check-number').then((module) => ({ default: module.NumberCheck })));
export const OrderCheck = lazy(() => import('./check-order').then((module) => ({ default: module.OrderCheck })));
