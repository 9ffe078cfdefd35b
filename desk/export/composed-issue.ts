import type { Root } from 'mdast';
import { assembleManuscript } from '../../src/news/assemble-manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import type { DeskContent } from '../state/desk-content';
import { clipsInPeriod } from '../state/shown-clips';

/** The issue as it is shown and exported: the clips of its period, in the house style. */
export function composeShownIssue({
  issue,
  clips,
  style,
}: Pick<DeskContent, 'issue' | 'clips' | 'style'>): Root {
  return composeIssue(assembleManuscript(issue, clipsInPeriod(issue, clips), style), style);
}
