/**
 * How the constant rates do from seed 1, in the order of CONSTANT_RATES: made by `recordConstants` in record.ts and written by
 * tests/bench/thresholds/schedule-bench.ts; a test records one again and compares. Shown until the learner trains.
 */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: these are measured losses
import { LOOK_EVERY, type Trained } from './training';

const runs = [
  {
    loss: 1.8911,
    curve: [
      2.7714, 2.5518, 2.4547, 2.3842, 2.3532, 2.2955, 2.2297, 2.1785, 2.1612, 2.1447, 2.0834, 2.0457, 2.0359, 2.0306,
      2.0192, 2.0086, 1.9713, 1.9579, 1.9299, 1.8968,
    ],
  },
  {
    loss: 1.8574,
    curve: [
      2.6473, 2.4796, 2.4081, 2.3398, 2.293, 2.2931, 2.1933, 2.1528, 2.1437, 2.1066, 2.0457, 1.9957, 1.9934, 1.986,
      1.9716, 1.963, 1.9269, 1.9126, 1.9045, 1.8897,
    ],
  },
  {
    loss: 1.8391,
    curve: [
      2.6008, 2.4612, 2.3983, 2.3161, 2.2714, 2.2606, 2.1913, 2.1565, 2.1385, 2.0989, 2.0192, 1.9956, 1.997, 1.9644,
      1.9494, 1.9195, 1.9187, 1.9254, 1.8496, 1.8716,
    ],
  },
  {
    loss: 1.8545,
    curve: [
      2.5842, 2.4545, 2.3877, 2.3436, 2.3043, 2.2428, 2.1838, 2.1534, 2.1047, 2.1138, 2.0182, 1.9929, 1.9951, 1.9985,
      1.9392, 1.9288, 1.9498, 1.914, 1.9026, 1.8893,
    ],
  },
  {
    loss: 1.896,
    curve: [
      2.6398, 2.4806, 2.4363, 2.3807, 2.3025, 2.2745, 2.2666, 2.1684, 2.1693, 2.142, 2.081, 2.0081, 2.0356, 2.0104,
      2.0042, 1.959, 1.9555, 1.9656, 1.9569, 1.9063,
    ],
  },
];

export const recordedConstants: readonly Trained[] = runs.map(({ loss, curve }) => ({
  loss,
  curve: curve.map((seen, i) => ({ step: LOOK_EVERY * (i + 1), loss: seen })),
}));
