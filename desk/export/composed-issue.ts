import type { Root } from 'mdast';
import { assembleManuscript } from '../../src/news/assemble-manuscript';
import type { Manuscript } from '../../src/news/manuscript';
import { composeIssue, composeParts, listParts, type IssuePart } from '../../src/newsletter/issue-tree';
import { printMarkdownPieces } from '../../src/newsletter/to-markdown';
import type { DeskContent } from '../state/desk-content';
import { clipsInPeriod } from '../state/shown-clips';

type Shown = Pick<DeskContent, 'issue' | 'clips' | 'style'>;

/** The issue as it is shown and exported: the clips of its period, in the house style. */
export function composeShownIssue(shown: Shown): Root {
  return composeIssue(assembleShownIssue(shown), shown.style);
}

/** The same part by part, between which the page responds. */
export async function composeInTurns(shown: Shown): Promise<Root> {
  const parts = listShownParts(shown);
  const root = composeParts([], shown.style);
  for (const part of parts) {
    root.children.push(...composeParts([part], shown.style).children);
    await nextTurn();
  }
  return root;
}

/** Prints an issue piece by piece, between which the page responds. */
export async function printMarkdownInTurns(issue: Root): Promise<string> {
  let markdown = '';
  for (const piece of printMarkdownPieces(issue)) {
    markdown += piece;
    await nextTurn();
  }
  return markdown;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The same before it is composed: the input of `npm run draft`. */
export function assembleShownIssue({ issue, clips, style }: Shown): Manuscript {
  return assembleManuscript(issue, clipsInPeriod(issue, clips), style);
}

/** The same in parts, which are composed separately. */
export function listShownParts(shown: Shown): IssuePart[] {
  return listParts(assembleShownIssue(shown), shown.style);
}
