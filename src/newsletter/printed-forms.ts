import type { Root } from 'mdast';
import type { HouseStyle } from '../news/house-style';
import type { Manuscript } from '../news/manuscript';
import { composeIssue } from './issue-tree';
import { TARGET_IDS, TARGETS, type TargetId } from './targets';
import { printHtml, printHtmlPage } from './to-html';
import { printForTarget, type PasteContext } from './to-target';
import { printText } from './to-text';

/** What an issue is printed from, composed. */
interface Composed {
  root: Root;
  manuscript: Manuscript;
  style: HouseStyle;
  context: PasteContext;
}

/** Files, by their extension, and rich text for any editor. JSON is the input of `npm run draft`. */
const FORMS = {
  md: ({ root, context }) => printForTarget(root, 'markdown', context),
  html: ({ root, manuscript, style }) =>
    printHtmlPage(root, { title: manuscript.title ?? '', language: style.language }),
  txt: ({ root }) => printText(root),
  json: ({ manuscript }) => `${JSON.stringify(manuscript, undefined, 2)}\n`,
  richText: ({ root }) => printHtml(root),
} as const satisfies Record<string, (composed: Composed) => string>;

/** A form in which an issue is saved or copied: a file's extension, rich text, or the form of a target. */
export type PrintedForm = keyof typeof FORMS | TargetId;

const HTML_TARGETS = TARGET_IDS.filter((id) => TARGETS[id].format === 'html');

/** Prints an issue in one form. */
export function printForm(
  form: PrintedForm,
  manuscript: Manuscript,
  style: HouseStyle,
  context: PasteContext = {},
): string {
  return printComposed(form, { root: composeIssue(manuscript, style), manuscript, style, context });
}

/** Prints an issue in all forms except the Markdown of targets, each as `printForm` does, and each in a task of its own, between which the page responds. */
export async function printForms(
  manuscript: Manuscript,
  style: HouseStyle,
  draftAddress?: string,
): Promise<Partial<Record<PrintedForm, string>> & Record<string, string>> {
  const composed = { root: composeIssue(manuscript, style), manuscript, style, context: { draftAddress } };
  const printed: Record<string, string> = {};
  for (const form of [...FORM_NAMES, ...HTML_TARGETS]) {
    await new Promise((resolve) => setTimeout(resolve));
    printed[form] = printComposed(form, composed);
  }
  return printed;
}

const FORM_NAMES = Object.keys(FORMS) as (keyof typeof FORMS)[]; // the keys of the table

function printComposed(form: PrintedForm, composed: Composed): string {
  return isTarget(form) ? printForTarget(composed.root, form, composed.context) : FORMS[form](composed);
}

function isTarget(form: PrintedForm): form is TargetId {
  return Object.hasOwn(TARGETS, form);
}
