import { DatabaseStorage } from './database-storage';
import type { KeyValueStorage } from './key-value-storage';

// oxlint-disable-next-line typescript/no-unnecessary-condition -- scripts that Node runs without a build have no `import.meta.env`
const isFirefoxBuild = import.meta.env?.MODE === 'firefox';

/** What pages keep outside the database, for each other. Workers and Node have none. */
export const pageStorage: KeyValueStorage | undefined =
  isFirefoxBuild && 'document' in globalThis
    ? new DatabaseStorage('clipsheet-pages', /^(?:saves:|failures$|copies$)/u)
    : globalThis.localStorage;
