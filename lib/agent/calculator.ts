/**
 * An exact calculator: + − * / and parentheses over decimal numbers, in rational arithmetic, never `eval`.
 *
 * `comma: 'last'` reads a comma as C and JavaScript do: evaluate both sides, keep the right one. "1,642 * 2" is then 1284,
 * which is what a tool that hands the string to a scripting language returns, without any error.
 *
 * Grammar: list = sum { "," sum }; sum = product { ("+" | "-") product }; product = factor { ("*" | "/") factor };
 * factor = "-" factor | number | "(" list ")".
 */
export type Calculation =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: string };

type Rational = { readonly top: bigint; readonly bottom: bigint };

const MAX_LENGTH = 200;
const MAX_DEPTH = 50;

class Refused extends Error {}

/** Total: every input gives a value or an error in words. A value that does not end is rounded to 10 decimals. */
export function calculate(expression: string, { comma }: { readonly comma: 'refuse' | 'last' }): Calculation {
  if (expression.length > MAX_LENGTH) return { ok: false, error: `longer than ${MAX_LENGTH} characters` };
  const tokens = expression.match(/\d+(?:\.\d+)?|\.\d+|\S/g) ?? [];
  let at = 0;
  let depth = 0;

  const list = (): Rational => {
    let value = sum();
    while (tokens[at] === ',' && comma === 'last') {
      at += 1;
      value = sum();
    }
    return value;
  };
  const sum = (): Rational => {
    let left = product();
    for (let sign = tokens[at]; sign === '+' || sign === '-'; sign = tokens[at]) {
      at += 1;
      const right = product();
      const change = right.top * left.bottom * (sign === '+' ? 1n : -1n);
      left = reduce(left.top * right.bottom + change, left.bottom * right.bottom);
    }
    return left;
  };
  const product = (): Rational => {
    let left = factor();
    for (let sign = tokens[at]; sign === '*' || sign === '/'; sign = tokens[at]) {
      at += 1;
      const right = factor();
      if (sign === '/' && right.top === 0n) throw new Refused('division by zero');
      left =
        sign === '*'
          ? reduce(left.top * right.top, left.bottom * right.bottom)
          : reduce(left.top * right.bottom, left.bottom * right.top);
    }
    return left;
  };
  const factor = (): Rational => {
    const token = tokens[at];
    at += 1;
    depth += 1;
    if (depth > MAX_DEPTH) throw new Refused('nested too deep');
    const value = primary(token);
    depth -= 1;
    return value;
  };
  const primary = (token: string | undefined): Rational => {
    if (token === '-') {
      const { top, bottom } = factor();
      return { top: -top, bottom };
    }
    if (token === '(') {
      const value = list();
      if (tokens[at] !== ')') throw new Refused("')' is missing");
      at += 1;
      return value;
    }
    if (token === undefined) throw new Refused('a number is missing at the end');
    if (!/^[\d.]/.test(token) || token === '.') throw new Refused(`'${token}' is not a number`);
    return parseDecimal(token);
  };

  try {
    const value = list();
    if (tokens[at] === ',') throw new Refused("',' is not allowed in a number");
    if (tokens[at] !== undefined) throw new Refused(`'${tokens[at]}' is not expected here`);
    return { ok: true, value: formatRational(value) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.message };
    throw error;
  }
}

function parseDecimal(text: string): Rational {
  const [whole = '', fraction = ''] = text.split('.');
  return reduce(BigInt(`${whole}${fraction}` || '0'), 10n ** BigInt(fraction.length));
}

function reduce(top: bigint, bottom: bigint): Rational {
  let a = top < 0n ? -top : top;
  let b = bottom < 0n ? -bottom : bottom;
  while (b > 0n) [a, b] = [b, a % b];
  const sign = bottom < 0n ? -1n : 1n;
  return a === 0n ? { top: 0n, bottom: 1n } : { top: (sign * top) / a, bottom: (sign * bottom) / a };
}

const DECIMALS = 10;

/** Rounds half away from zero. */
function formatRational({ top, bottom }: Rational): string {
  const negative = top < 0n;
  const scaled = ((negative ? -top : top) * 10n ** BigInt(DECIMALS) * 2n + bottom) / (bottom * 2n);
  const digits = scaled.toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  const text = digits.slice(0, -DECIMALS) + (fraction ? `.${fraction}` : '');
  return negative && scaled !== 0n ? `-${text}` : text;
}
