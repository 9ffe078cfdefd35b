import type { Plugin } from 'vite';

const READER = 'src/content/reader.js';

/**
 * Lets the injected reader answer as it is injected: `scripting.executeScript` gives the value of a file's last statement,
 * and the function that the bundler puts around a file has none. A second call waited until the popup had drawn itself.
 */
export function readerAnswer(): Plugin {
  return {
    name: 'clipsheet:reader-answer',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const reader = bundle[READER];
      if (reader?.type !== 'asset') return; // not yet made, or of a build of another file
      reader.source = `${String(reader.source).trimEnd()}\nclipsheetReader.readPage();\n`;
    },
  };
}
