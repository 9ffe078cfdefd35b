/** A plugin of Stryker, in JavaScript since Stryker's own processes load it: it leaves out mutants that are within a place of the sample but are not in the sample themselves. */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** The places to be mutated; lines and columns count from 0. */
export const sampled = { places: [] };

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sample', {
    shouldIgnore: ({ node }) => (holdsSampled(node.loc) ? undefined : 'not in the sample'),
  }),
];

/** @param location of a node in Babel's tree, whose lines count from 1 */
function holdsSampled(location) {
  if (!location) return true;
  const start = { line: location.start.line - 1, column: location.start.column };
  const end = { line: location.end.line - 1, column: location.end.column };
  return sampled.places.some((place) => isAtOrBefore(start, place.start) && isAtOrBefore(place.end, end));
}

function isAtOrBefore(one, other) {
  return one.line < other.line || (one.line === other.line && one.column <= other.column);
}
