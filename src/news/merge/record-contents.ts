import type { Clip } from '../clip';
import { contentsOf, type VersionContents } from '../edits/version-contents';
import type { Issue } from '../issue';
import { CLIP_VERSIONS } from './clip-versions';
import { ISSUE_VERSIONS } from './issue-versions';

/** What a version of a clip contains, without its words. */
export function contentsOfClip(clip: Clip): VersionContents {
  return contentsOf(CLIP_VERSIONS, clip);
}

/** What a version of an issue contains, without its words. */
export function contentsOfIssue(issue: Issue): VersionContents {
  return contentsOf(ISSUE_VERSIONS, issue);
}
