import type { Plugin } from 'vite';
import { listDirectoryParts } from './outlet-list.ts';

/** Writes the outlet directory into the build, one file for each part: `outlets/p.json`. */
export function outletFiles(): Plugin {
  return {
    name: 'outlet-files',
    apply: 'build',
    generateBundle() {
      for (const [part, outlets] of listDirectoryParts())
        this.emitFile({ type: 'asset', fileName: `outlets/${part}.json`, source: JSON.stringify(outlets) });
    },
  };
}
