import { build } from 'vite';

/** Bundles an entry point of src/content as it is injected: one script that sets one global. */
export async function buildInjectedFile(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      target: 'chrome140',
      rolldownOptions: { input: entry, output: { format: 'iife', name: 'injected' } },
    },
  });
  const built = (Array.isArray(result) ? result : [result]).find((one) => 'output' in one);
  if (built === undefined) throw new Error(`Nothing was built from ${entry}`);
  return built.output[0].code;
}
