/** IEEE 754 half precision (binary16), the format in which models are usually handed out before quantization. */
import { floatFormats, roundToFormat } from './float-format';

/** Nearest half-precision number: `roundToFormat` for the one format that is needed by name. */
export function roundToHalf(x: number): number {
  return roundToFormat(x, floatFormats.fp16);
}
