import type { Root } from 'mdast';
import { assembleManuscript } from '../../src/news/assemble-manuscript';
import type { Manuscript } from '../../src/news/manuscript';
import { composeIssue, listParts, type IssuePart } from '../../src/newsletter/issue-tree';
import type { DeskContent } from '../state/desk-content';
import { clipsInPeriod } from '../state/shown-clips';

type Shown = Pick<DeskContent, 'issue' | 'clips' | 'style'>;

/** The issue as it is shown and exported: the clips of its period, in the house style. */
export function composeShownIssue(shown: Shown): Root {
  return composeIssue(assembleShownIssue(shown), shown.style);
}

/** The same before it is composed: the input of `npm run draft`. */
export function assembleShownIssue({ issue, clips, style }: Shown): Manuscript {
  return assembleManuscript(issue, clipsInPeriod(issue, clips), style);
}

/** The same in parts, which are composed separately. */
export function listShownParts(shown: Shown): IssuePart[] {
  return listParts(assembleShownIssue(shown), shown.style);
}
