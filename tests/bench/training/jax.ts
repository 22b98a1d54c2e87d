/** The same model in jax-js on its WebAssembly backend: one jitted step of value, gradient and Adam. `ref` counts uses, as the library asks. */
import { defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { type Contender, LEARNING_RATE, matricesOf, type Problem, SEQUENCES } from './problem';

type Weights = Record<string, np.Array>;

export async function createJax(problem: Problem): Promise<Contender> {
  await init('wasm');
  defaultDevice('wasm');
  const { config, inputs, targets, mask, length: T, batch } = problem;
  const { heads, width: d, vocab: V, layers } = config;
  const head = d / heads;
  const oneHot = (ids: Int32Array) => {
    const data = new Float32Array(ids.length * V);
    ids.forEach((id, n) => {
      data[n * V + id] = 1;
    });
    return np.array(data).reshape([ids.length, V]);
  };
  const tokens = oneHot(inputs);
  const share = Float32Array.from(mask, (m) => m / batch.size);
  const wanted = np.multiply(oneHot(targets), np.array(share).reshape([SEQUENCES * T, 1]));
  const causal = np
    .array(Float32Array.from({ length: T * T }, (_, at) => (at % T > Math.floor(at / T) ? -1e9 : 0)))
    .reshape([T, T]);

  const norm = (x: np.Array) => {
    const mean = np.mean(np.square(x.ref), 1, { keepdims: true });
    return x.div(np.sqrt(mean.add(1e-5)));
  };
  const linear = (x: np.Array, w: np.Array) => np.matmul(x, np.transpose(w));
  const split = (x: np.Array) => np.transpose(x.reshape([SEQUENCES, T, heads, head]), [0, 2, 1, 3]);
  const lossOf = (w: Weights, tokens: np.Array, wanted: np.Array, causal: np.Array) => {
    const use = (name: string) => w[name] as np.Array;
    const positions = use('wpe').slice([0, T]);
    let x = np
      .matmul(tokens, use('wte'))
      .reshape([SEQUENCES, T, d])
      .add(positions)
      .reshape([SEQUENCES * T, d]);
    for (let l = 0; l < layers; l += 1) {
      const h = norm(x.ref);
      const q = split(linear(h.ref, use(`layer${l}.wq`)));
      const k = split(linear(h.ref, use(`layer${l}.wk`)));
      const v = split(linear(h, use(`layer${l}.wv`)));
      const scores = np
        .matmul(q, np.transpose(k, [0, 1, 3, 2]))
        .mul(1 / Math.sqrt(head))
        .add(causal.ref);
      const mixed = np.transpose(np.matmul(nn.softmax(scores, -1), v), [0, 2, 1, 3]).reshape([SEQUENCES * T, d]);
      x = x.add(linear(mixed, use(`layer${l}.wo`)));
      const up = nn.relu(linear(norm(x.ref), use(`layer${l}.fc1`)));
      x = x.add(linear(up, use(`layer${l}.fc2`)));
    }
    causal.dispose();
    const logits = linear(norm(x), use('lmHead'));
    return np.sum(nn.logSoftmax(logits, -1).mul(wanted)).neg();
  };

  const step = jit(
    (
      w: Weights,
      m: Weights,
      v: Weights,
      unbias1: np.Array,
      unbias2: np.Array,
      x: np.Array,
      y: np.Array,
      c: np.Array,
    ) => {
      const [loss, grads] = valueAndGrad(lossOf)(tree.ref(w), x, y, c) as unknown as [np.Array, Weights];
      const next: { w: Weights; m: Weights; v: Weights } = { w: {}, m: {}, v: {} };
      for (const name of Object.keys(w)) {
        const g = grads[name] as np.Array;
        const first = (m[name] as np.Array).mul(0.9).add(g.ref.mul(0.1));
        const second = (v[name] as np.Array).mul(0.99).add(np.square(g).mul(0.01));
        const root = np.sqrt(second.ref.div(unbias2.ref)).add(1e-8);
        next.w[name] = (w[name] as np.Array).sub(first.ref.div(unbias1.ref).div(root).mul(LEARNING_RATE));
        next.m[name] = first;
        next.v[name] = second;
      }
      unbias1.dispose();
      unbias2.dispose();
      return [loss, next.w, next.m, next.v] as [np.Array, Weights, Weights, Weights];
    },
  );

  let w: Weights = {};
  let m: Weights = {};
  let v: Weights = {};
  for (const { name, shape, data } of matricesOf(problem)) {
    w[name] = np.array(data).reshape(shape);
    m[name] = np.zeros(shape);
    v[name] = np.zeros(shape);
  }
  let steps = 0;
  return {
    async step() {
      steps += 1;
      const bias = [np.array([1 - 0.9 ** steps]), np.array([1 - 0.99 ** steps])] as const;
      const [loss, nextW, nextM, nextV] = step(w, m, v, bias[0], bias[1], tokens.ref, wanted.ref, causal.ref);
      w = nextW;
      m = nextM;
      v = nextV;
      const [number = Number.NaN] = await loss.data();
      return number;
    },
  };
}
