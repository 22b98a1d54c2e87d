import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileKernels, kernelBinary, kernelModule } from '@/lib/build/kernels';

test('the WebAssembly that is shipped is what its source compiles to (npm run kernels)', () => {
  expect(kernelModule(compileKernels())).toBe(readFileSync(kernelBinary, 'utf8'));
}, 60_000);
