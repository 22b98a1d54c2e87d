/** What one GPU holds and sends under a plan, for models that exist. */
import { type Recomputation, recomputationShare, trainingFlops } from '@/lib/ml/cost/flops';
import { countParameters, type ModelShape, modelShapes } from '@/lib/ml/cost/model-shape';
import {
  activationBytes,
  type OptimizerName,
  type Recipe,
  type StateBytes,
  stateBytes,
  trafficBytes,
  ZERO_STAGES,
  type ZeroStage,
} from '@/lib/ml/cost/training-memory';

/** One 200 Gbit/s network port for each GPU. */
export const LINK_BYTES_PER_SECOND = 25e9;

/** GPT shapes only: the formula of the activations is that of a GPT layer. */
export const MODELS = {
  'gpt2-xl': { shape: modelShapes['gpt2-xl'], parameters: countParameters(modelShapes['gpt2-xl']) },
  // The ZeRO paper calculates with the round number; the shape is that of the 7.5 B model of Megatron-LM.
  'gpt-7.5b': { shape: modelShapes['gpt-7.5b'], parameters: 7.5e9 },
  'opt-13b': { shape: modelShapes['opt-13b'], parameters: countParameters(modelShapes['opt-13b']) },
  'gpt-3-175b': { shape: modelShapes['gpt-3-175b'], parameters: countParameters(modelShapes['gpt-3-175b']) },
} as const satisfies Readonly<Record<string, { readonly shape: ModelShape; readonly parameters: number }>>;
export type ModelName = keyof typeof MODELS;

export type Settings = {
  readonly model: ModelName;
  readonly gpus: number;
  readonly recipe: Recipe;
  readonly optimizer: OptimizerName;
  readonly batch: number;
  readonly sequence: number;
  readonly recompute: Recomputation;
};

export type StagePlan = {
  readonly stage: ZeroStage;
  readonly states: StateBytes;
  /** Activations kept from forward to backward, and those of the layer being computed again. */
  readonly activations: number;
  readonly again: number;
  readonly total: number;
  /** Bytes this GPU sends in a step. */
  readonly traffic: number;
};

export type Plan = {
  readonly parameters: number;
  /** Tokens in a sequence: what was asked for, or as many as the model can read. */
  readonly sequence: number;
  readonly stages: readonly StagePlan[];
  /** FLOPs of recomputation as a share of a step without any. */
  readonly extraFlops: number;
  /** FLOPs of a step on this GPU, recomputation included. */
  readonly flops: number;
};

export function makePlan({ model, gpus, recipe, optimizer, batch, sequence: asked, recompute }: Settings): Plan {
  const { shape, parameters } = MODELS[model];
  const sequence = Math.min(asked, shape.context);
  const { kept, again } = activationBytes({ ...shape, sequence, batch }, recompute);
  const extraFlops = recomputationShare(shape, sequence, recompute);
  return {
    parameters,
    sequence,
    stages: ZERO_STAGES.map((stage) => {
      const states = stateBytes({ parameters, gpus, stage, recipe, optimizer });
      const traffic = trafficBytes({ parameters, gpus, stage, recipe });
      return { stage, states, activations: kept, again, total: states.total + kept + again, traffic };
    }),
    extraFlops,
    flops: batch * trainingFlops(shape, sequence) * (1 + extraFlops),
  };
}
