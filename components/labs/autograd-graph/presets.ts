/** Expressions to start from, and the values of their leaves in order of appearance. */
export const presets = {
  /** One node read twice. Small enough to do by hand. */
  diamond: { text: 'd = a*b; e = a + b; L = d*e', leaves: [-2, 3] },
  /** The neuron of the micrograd lecture; its bias 6.88 is 6.9 here, by the step of the sliders. */
  neuron: { text: 's = x1*w1 + x2*w2; n = s + b; o = tanh(n)', leaves: [2, -3, 0, 1, 6.9] },
  /** A residual connection: one way goes around the layer. */
  residual: { text: 'h = relu(w*x); y = x + h; L = (y - t)^2', leaves: [1.5, 2, 1] },
  /** Scaled down from the README of micrograd (Karpathy 2020). */
  micrograd: { text: 'c = a + b; d = a*b + b^3; e = c - d; f = e^2; g = f/2 + 10/f', leaves: [-4, 2] },
  /** The network that its lesson works by hand: two hidden units, of which the second is off. */
  network: {
    text: 'h1 = relu(w1*x); h2 = relu(w2*x); y = v1*h1 + v2*h2; L = (y - t)^2',
    leaves: [1.5, 2, -1, 2, 3, 4],
  },
} as const;

export type Preset = keyof typeof presets;

/** Names in the order of the table of parameters: never reorder, only append. */
export const presetNames = [
  'diamond',
  'neuron',
  'residual',
  'micrograd',
  'network',
] as const satisfies readonly Preset[];
