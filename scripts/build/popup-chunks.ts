import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

const [ENTRY, PAGE, WORKER] = ['popup/index.ts', 'popup/popup-page.tsx', 'src/background/index.ts'].map(
  (file) => resolve(file),
) as [string, string, string]; // one for each of the three files
const POPUP_FOLDER = resolve('popup');

type Group = Rolldown.CodeSplittingGroup;

/**
 * Puts what the popup loads at each click into few files, because each file costs a request: the code of its initial read, what
 * else it shares with the worker, and what else it shares with other pages. The worker thereby loads nothing that it does not
 * import.
 */
export function popupChunks(): Rolldown.CodeSplittingOptions {
  return {
    groups: [
      group('read', 3, (module, graph) => reach(ENTRY, graph).has(module)),
      group('core', 2, (module, graph) => reach(PAGE, graph).has(module) && reach(WORKER, graph).has(module)),
      group('interface', 1, (module, graph) => reach(PAGE, graph).has(module)),
      // What the popup loads late shares some of the popup's own files; each would be a file by itself.
      {
        debugName: 'popup',
        priority: 0,
        name: (module, graph) => (isInPopupFolder(module, graph) ? 'popup' : null),
      },
    ],
  };
}

function group(
  name: string,
  priority: number,
  holds: (module: string, graph: Rolldown.ChunkingContext) => boolean,
): Group {
  return {
    debugName: name,
    priority,
    name: (module, graph) => (!module.startsWith(POPUP_FOLDER) && holds(module, graph) ? name : null),
  };
}

function isInPopupFolder(module: string, graph: Rolldown.ChunkingContext): boolean {
  return module.startsWith(POPUP_FOLDER) && module !== ENTRY && reach(PAGE, graph).has(module);
}

const reaches = new Map<string, Set<string>>();

/** A module and everything that it imports statically. */
function reach(start: string, graph: Rolldown.ChunkingContext): Set<string> {
  const known = reaches.get(start);
  if (known) return known;
  const reached = new Set<string>();
  const follow = (module: string) => {
    if (reached.has(module)) return;
    reached.add(module);
    graph.getModuleInfo(module)?.importedIds.forEach(follow);
  };
  follow(start);
  reaches.set(start, reached);
  return reached;
}
