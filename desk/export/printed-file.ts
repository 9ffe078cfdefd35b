import { printHtmlPage } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';
import type { DeskContent } from '../state/desk-content';
import { assembleShownIssue, composeShownIssue } from './composed-issue';

/** The file formats of an issue, by file extension. JSON is the input of `npm run draft`. */
export const FILE_FORMS = {
  md: { type: 'text/markdown', print: (content) => printMarkdown(composeShownIssue(content)) },
  html: { type: 'text/html', print: printPage },
  txt: { type: 'text/plain', print: (content) => printText(composeShownIssue(content)) },
  json: {
    type: 'application/json',
    print: (content) => `${JSON.stringify(assembleShownIssue(content), undefined, 2)}\n`,
  },
} as const satisfies Record<string, { type: string; print: (content: DeskContent) => string }>;
export type FileForm = keyof typeof FILE_FORMS;

function printPage(content: DeskContent): string {
  const { issue, style } = content;
  return printHtmlPage(composeShownIssue(content), { title: issue.title ?? '', language: style.language });
}
