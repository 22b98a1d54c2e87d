/** `npm run kernels`: compiles the SIMD kernels and writes them where the page imports them from. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Each exports kernels of its own; `lanes.ts` beside them is what they share. */
export const kernelSources = ['attention', 'layers', 'products'].map((name) => `lib/ml/kernels/assembly/${name}.ts`);
export const kernelBinary = 'lib/ml/kernels/simd-binary.ts';

/**
 * The WebAssembly of the kernels. Memory is imported, no runtime is linked in. Throws with the compiler's message. The compiler
 * runs as a process of its own, because its types redeclare those of JavaScript.
 */
export function compileKernels(): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'kernels-'));
  const outFile = path.join(folder, 'kernels.wasm');
  const flags = ['--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--converge', '--enable', 'simd'];
  try {
    const command = ['node_modules/assemblyscript/bin/asc.js', ...kernelSources, ...flags, '--outFile', outFile];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return readFileSync(outFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function kernelModule(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString('base64');
  return `/** Made by \`npm run kernels\` from \`assembly/\`: ${binary.length} bytes of WebAssembly. Do not edit. */\nexport const simdBinary =\n  '${text}';\n`;
}

if (process.argv[1]?.endsWith('kernels.ts')) {
  const binary = compileKernels();
  writeFileSync(kernelBinary, kernelModule(binary));
  console.log(`${kernelBinary}: ${binary.length} bytes`);
}
