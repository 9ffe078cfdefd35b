/**
 * The fragment of the desk's address: `#issue=ID`, kept so that a tab that is loaded again shows the same issue, or `#clip=ID`, by
 * which the popup or the notice asks for a clip.
 */
function readFragment(name: 'clip' | 'issue'): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get(name) ?? undefined;
}

function writeIssue(issueId: string): void {
  history.replaceState(null, '', `#${new URLSearchParams({ issue: issueId }).toString()}`);
}

/** The issue that the address names. */
export const issueInAddress = (): string | undefined => readFragment('issue');

/** Writes the issue into the address, unless the address asks for a clip that has not been opened yet. */
export function keepInAddress(issueId: string): void {
  if (readFragment('clip') === undefined) writeIssue(issueId);
}

/** Reads the clip that the address asks for. Writes the issue in its place, so that the same clip can be asked for again. */
export function takeClipInAddress(issueId: string): string | undefined {
  const clipId = readFragment('clip');
  if (clipId !== undefined) writeIssue(issueId);
  return clipId;
}
