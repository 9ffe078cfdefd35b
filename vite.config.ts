import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { preact } from '@preact/preset-vite';
import { defaultClientConditions, defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { firefoxManifest } from './scripts/build/firefox-manifest.ts';
import { outletFiles } from './scripts/build/outlet-files.ts';
import { popupChunks } from './scripts/build/popup-chunks.ts';
import { preloadLinks } from './scripts/build/preload-links.ts';
import { keepInjectedFilesPrivate } from './scripts/build/private-injection.ts';
import { readerAnswer } from './scripts/build/reader-answer.ts';

/** `vite build` makes dist/chrome, `vite build --mode firefox` makes dist/firefox. */
export default defineConfig(({ mode }) => {
  const isFirefox = mode === 'firefox';
  return {
    publicDir: 'src/static',
    // What a library offers to workers needs no document, which Chromium's background lacks, and assigns no markup, which
    // Trusted Types forbid on our pages.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    plugins: [
      preact({ devToolsEnabled: false }),
      crx({
        manifest: (isFirefox ? firefoxManifest(manifest) : manifest) as ManifestV3Export,
        browser: isFirefox ? 'firefox' : 'chrome',
      }),
      keepInjectedFilesPrivate(),
      readerAnswer(),
      outletFiles(),
      preloadLinks('popup/index.html'),
    ],
    worker: {
      format: 'es',
      rolldownOptions: { output: { entryFileNames: 'assets/[name].js', codeSplitting: false } },
    },
    build: {
      target: isFirefox ? 'firefox142' : 'chrome140',
      outDir: `dist/${isFirefox ? 'firefox' : 'chrome'}`,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: { desk: 'desk/index.html', welcome: 'options/welcome.html' },
        output: {
          codeSplitting: popupChunks(),
          // No hashes: they are made of the folder's path, too, and an extension's files are never cached under an old name.
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
  };
});
