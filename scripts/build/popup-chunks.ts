import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

const [ENTRY, PAGE, WORKER] = ['popup/index.ts', 'popup/popup-page.tsx', 'src/background/index.ts'].map(
  (file) => resolve(file),
) as [string, string, string]; // as many as are given
const OWN = resolve('popup');

type Group = Rolldown.CodeSplittingGroup;

/**
 * Puts what the popup loads at each click into few files, for each file costs a request: what its first look needs, what
 * else it shares with the worker, and what else it shares with other pages. The worker loads nothing by it that it does not
 * import.
 */
export function popupChunks(): Rolldown.CodeSplittingOptions {
  return {
    groups: [
      group('look', 3, (module, graph) => reach(ENTRY, graph).has(module)),
      group('core', 2, (module, graph) => reach(PAGE, graph).has(module) && reach(WORKER, graph).has(module)),
      group('interface', 1, (module, graph) => reach(PAGE, graph).has(module)),
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
    name: (module, graph) => (!module.startsWith(OWN) && holds(module, graph) ? name : null),
  };
}

const reaches = new Map<string, Set<string>>();

/** A module and all that it imports, but for what it imports by `import()`. */
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
