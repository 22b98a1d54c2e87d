/** The model a lab of the thread works on: the one the learner has chosen, or the one that ships with the site. */
'use client';
import { useSyncExternalStore } from 'react';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { type ModelListState, modelList } from './model-list';

export type ChosenModel = {
  /** The same object until another model is chosen. */
  readonly model: Checkpoint;
  /** False while it is the shipped one. */
  readonly own: boolean;
  readonly state: ModelListState;
};

export function useModel(): ChosenModel {
  const state = useSyncExternalStore(modelList.subscribe, modelList.get, modelList.atStart);
  const { models, current } = state.list;
  const chosen = models.find(({ checkpoint }) => checkpoint.id === current)?.checkpoint;
  return { model: chosen ?? shippedCheckpoint(), own: chosen !== undefined, state };
}
