/** `npm run kernels`: compiles the SIMD kernels and writes them where the page imports them from. */
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

export const kernelSource = 'lib/ml/kernels/assembly/kernels.ts';
export const kernelBinary = 'lib/ml/kernels/simd-binary.ts';

/** The WebAssembly of the kernels. Memory is imported, no runtime is linked in. Throws with the compiler's message. */
export async function compileKernels(): Promise<Uint8Array> {
  const flags = ['--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--converge', '--enable', 'simd'];
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main([kernelSource, ...flags, '--outFile', 'kernels.wasm'], {
    writeFile: (_name: string, contents: string | Uint8Array) => {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${error?.message ?? 'no output'}\n${stderr.toString()}`);
  return binary;
}

export function kernelModule(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString('base64');
  return `/** Made by \`npm run kernels\` from \`assembly/kernels.ts\`: ${binary.length} bytes of WebAssembly. Do not edit. */\nexport const simdBinary =\n  '${text}';\n`;
}

if (process.argv[1]?.endsWith('kernels.ts')) {
  compileKernels().then(
    (binary) => {
      writeFileSync(kernelBinary, kernelModule(binary));
      console.log(`${kernelBinary}: ${binary.length} bytes`);
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
