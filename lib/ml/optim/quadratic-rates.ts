/**
 * How fast gradient descent and momentum can be on a quadratic bowl whose curvatures lie between λmin and λmax: the closed forms
 * of Polyak 1964, as told by Goh 2017 ("Why Momentum Really Works", Distill).
 */
export type QuadraticRates = {
  /** κ = λmax / λmin. */
  readonly kappa: number;
  /** Gradient descent diverges at 2 / λmax and beyond. */
  readonly gdLimit: number;
  readonly gdRate: number;
  /** Factor by which the distance to the minimum shrinks in a step, with the best learning rate. */
  readonly gdFactor: number;
  readonly momentumRate: number;
  readonly momentumBeta: number;
  /** The same factor for momentum with its best learning rate and β, in the long run. */
  readonly momentumFactor: number;
};

// #region rates
/** Throws RangeError unless 0 < lambdaMin ≤ lambdaMax. */
export function quadraticRates(lambdaMin: number, lambdaMax: number): QuadraticRates {
  if (!(lambdaMin > 0 && lambdaMax >= lambdaMin && lambdaMax < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`need 0 < λmin ≤ λmax, got ${lambdaMin} and ${lambdaMax}`);
  }
  const kappa = lambdaMax / lambdaMin;
  const root = Math.sqrt(kappa);
  const momentumFactor = (root - 1) / (root + 1);
  return {
    kappa,
    gdLimit: 2 / lambdaMax,
    gdRate: 2 / (lambdaMin + lambdaMax),
    gdFactor: (kappa - 1) / (kappa + 1),
    momentumRate: (2 / (Math.sqrt(lambdaMin) + Math.sqrt(lambdaMax))) ** 2,
    momentumBeta: momentumFactor ** 2,
    momentumFactor,
  };
}
// #endregion rates

/**
 * The learning rate from which the iteration on a quadratic with this λmax no longer settles. With β = 0 all three are 2 / λmax.
 * Momentum: Goh 2017; Nesterov: the roots of z² − (1 + β)(1 − αλ)z + β(1 − αλ) leave the unit circle at −1.
 */
export function stabilityLimit(kind: 'gd' | 'momentum' | 'nesterov', lambdaMax: number, beta: number): number {
  switch (kind) {
    case 'gd':
      return 2 / lambdaMax;
    case 'momentum':
      return (2 + 2 * beta) / lambdaMax;
    case 'nesterov':
      return (2 + 2 * beta) / ((1 + 2 * beta) * lambdaMax);
  }
}
