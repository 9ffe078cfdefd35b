import type { Root } from 'mdast';
import { assembleManuscript } from '../../src/news/assemble-manuscript';
import { clipsInPeriod } from '../../src/news/editions/printed-clips';
import type { HouseStyle } from '../../src/news/house-style';
import { ownValue } from '../../src/news/keyed-record';
import type { Manuscript } from '../../src/news/manuscript';
import { isLocked } from '../../src/news/editions/locked-issue';
import { composeParts, listParts, type IssuePart } from '../../src/newsletter/issue-tree';
import { printForm, type PrintedForm } from '../../src/newsletter/printed-forms';
import type { DeskContent } from '../state/desk-content';
import { dayOfIssue } from '../state/issue-name';

type Shown = Pick<DeskContent, 'issue' | 'clips' | 'style' | 'edition'>;

/** The issue as it is shown and exported: an edition, or the clips of its period in the house style. */
export function assembleShownIssue({ issue, clips, style, edition }: Shown): Manuscript {
  if (edition) return edition.manuscript;
  const day = isLocked(issue) ? undefined : dayOfIssue(issue); // an issue published before editions were stored was printed without years
  return assembleManuscript(issue, clipsInPeriod(issue, clips), style, day);
}

/** Prints the issue in one form. A published issue keeps the bytes that were stored with its edition. */
export function printShownIssue(shown: Shown, form: PrintedForm): string {
  return (
    findStoredPrint(shown, form) ??
    printForm(form, assembleShownIssue(shown), shownStyle(shown), {
      draftAddress: shown.issue.draftAddress,
    })
  );
}

/** The print of an edition that was stored when it was published; `undefined` if it has none in this form. */
export function findStoredPrint({ edition }: Pick<Shown, 'edition'>, form: PrintedForm): string | undefined {
  return edition && ownValue(edition.printed, form);
}

/** Composes the issue part by part. The page stays responsive between two parts. */
export async function composeInTurns(shown: Shown): Promise<Root> {
  const style = shownStyle(shown);
  const parts = listShownParts(shown);
  const root = composeParts([], style);
  for (const part of parts) {
    root.children.push(...composeParts([part], style).children);
    await nextTurn();
  }
  return root;
}

/** Joins the pieces of a print. The page stays responsive between two pieces. */
export async function joinInTurns(pieces: Iterable<string>): Promise<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    await nextTurn();
  }
  return text;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The issue in parts, each of which can be composed separately. */
export function listShownParts(shown: Shown): IssuePart[] {
  return listParts(assembleShownIssue(shown), shownStyle(shown));
}

export function shownStyle({ style, edition }: Pick<Shown, 'style' | 'edition'>): HouseStyle {
  return edition?.style ?? style;
}

/** The id of the cover's picture. */
export function shownPictureId({ issue, edition }: Pick<Shown, 'issue' | 'edition'>): string | undefined {
  return edition ? edition.pictureId : issue.cover?.pictureId;
}
