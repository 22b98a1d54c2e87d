/** The same model in TensorFlow.js on its WebAssembly backend: operations of the library, its tape, its Adam. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type Contender, LEARNING_RATE, matricesOf, type Problem, SEQUENCES } from './problem';

export async function createTensorflow(problem: Problem): Promise<Contender> {
  setWasmPaths('/tfjs/');
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  const { config, inputs, targets, mask, length: T, batch } = problem;
  const { heads, width: d, vocab: V, layers } = config;
  const head = d / heads;
  const W = Object.fromEntries(
    matricesOf(problem).map(({ name, shape, data }) => [
      name,
      tf.variable(tf.tensor2d(data, shape), true, `${d}/${name}`),
    ]),
  );
  const w = (name: string) => W[name] as tf.Variable<tf.Rank.R2>;
  const tokens = tf.cast(tf.oneHot(tf.tensor1d(inputs, 'int32'), V), 'float32');
  const wanted = tf.cast(tf.oneHot(tf.tensor1d(targets, 'int32'), V), 'float32');
  const weight = tf.tensor1d(mask);
  const causal: tf.Tensor = tf.tensor2d(
    Float32Array.from({ length: T * T }, (_, at) => (at % T > Math.floor(at / T) ? -1e9 : 0)),
    [T, T],
  );
  const norm = (x: tf.Tensor2D) => tf.div(x, tf.sqrt(tf.add(tf.mean(tf.square(x), 1, true), 1e-5))) as tf.Tensor2D;
  const linear = (x: tf.Tensor, name: string) => tf.matMul(x, w(name) as tf.Tensor, false, true);
  const split = (x: tf.Tensor) => tf.transpose(tf.reshape(x, [SEQUENCES, T, heads, head]), [0, 2, 1, 3]);
  const loss = () => {
    const positions = tf.tile(tf.slice(w('wpe'), [0, 0], [T, d]), [SEQUENCES, 1]);
    let x = tf.add(tf.matMul(tokens, w('wte') as tf.Tensor), positions) as tf.Tensor2D;
    for (let l = 0; l < layers; l += 1) {
      const h = norm(x);
      const part = (name: string) => split(linear(h, `layer${l}.${name}`));
      const [q, k, v] = [part('wq'), part('wk'), part('wv')];
      const scores = tf.add(tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(head)), causal);
      const mixed = tf.reshape(tf.transpose(tf.matMul(tf.softmax(scores), v), [0, 2, 1, 3]), [
        SEQUENCES * T,
        d,
      ]) as tf.Tensor2D;
      x = tf.add(x, linear(mixed, `layer${l}.wo`)) as tf.Tensor2D;
      x = tf.add(x, linear(tf.relu(linear(norm(x), `layer${l}.fc1`)), `layer${l}.fc2`)) as tf.Tensor2D;
    }
    const logits = linear(norm(x), 'lmHead');
    const nll = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), wanted), 1));
    return tf.div(tf.sum(tf.mul(nll, weight)), batch.size) as tf.Scalar;
  };
  const optimizer = tf.train.adam(LEARNING_RATE, 0.9, 0.99, 1e-8);
  return {
    async step() {
      const value = optimizer.minimize(loss, true) as tf.Scalar;
      const [number = Number.NaN] = await value.data();
      value.dispose();
      return number;
    },
  };
}
