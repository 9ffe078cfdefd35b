import type { Plugin } from 'vite';

const READER = 'src/content/reader.js';

/**
 * Makes the injected reader return its answer on injection. `scripting.executeScript` returns the value of a file's last
 * statement, and the function that the bundler wraps around a file has none. A second call had to wait until the popup was
 * drawn.
 */
export function readerAnswer(): Plugin {
  return {
    name: 'clipsheet:reader-answer',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const reader = bundle[READER];
      if (reader?.type !== 'asset') return; // not created yet, or the build of another file
      reader.source = `${String(reader.source).trimEnd()}\nclipsheetReader.readPage();\n`;
    },
  };
}
