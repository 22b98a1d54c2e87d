/** The model a lab of the thread works on: the one the learner has chosen, or the one that ships with the site. */
'use client';
import { useSyncExternalStore } from 'react';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { CONTEXT, VOCAB } from '@/lib/thread/alphabet';
import { shippedCheckpoint, shippedStudent } from '@/lib/thread/shipped';
import { type ModelListState, modelList } from './model-list';

export type ChosenModel = {
  /** The same object until another model is chosen. */
  readonly model: Checkpoint;
  /** False while it is the shipped one. */
  readonly own: boolean;
  /** The learner's newest distilled model, or the shipped student: the draft of speculative decoding. */
  readonly student: Checkpoint;
  /** Name of the learner's model that this lab cannot work on; null where there is none. */
  readonly unfit: string | null;
  readonly state: ModelListState;
};

/** The labs of the thread speak its alphabet and need its context; an imported model may have another shape. */
const fits = ({ config }: Checkpoint) => config.vocab === VOCAB && config.context >= CONTEXT;

export function useModel(): ChosenModel {
  const state = useSyncExternalStore(modelList.subscribe, modelList.get, modelList.atStart);
  const { models, current } = state.list;
  const chosen = models.find(({ checkpoint }) => checkpoint.id === current)?.checkpoint;
  const usable = chosen !== undefined && fits(chosen);
  const student = models.find(({ checkpoint }) => fits(checkpoint) && checkpoint.ops.at(-1)?.startsWith('distil:'));
  return {
    student: student?.checkpoint ?? shippedStudent(),
    model: usable ? chosen : shippedCheckpoint(),
    own: usable,
    unfit: chosen && !usable ? chosen.name : null,
    state,
  };
}
