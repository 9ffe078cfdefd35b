/**
 * `npm run -s draft -- FILE [--style ID] [--target ID] [--draft ADDRESS] [--to markdown|html|text]` prints an issue that is kept as JSON; FILE `-`
 * is standard input. A target prints what is put in there, its HTML shaped for its editor; `--draft` is the address of the post on
 * Substack, whose headings the table of contents then links to.
 */
import { parseArgs } from 'node:util';
import type { Root } from 'mdast';
import * as v from 'valibot';
import { HOUSE_STYLES } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { bytesOf } from '../../src/newsletter/issue-size';
import { TARGET_IDS, TARGETS, type Target, type TargetId } from '../../src/newsletter/targets';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { printText } from '../../src/newsletter/to-text';
import { ManuscriptError, readManuscript } from './read-manuscript';

const STYLE_IDS = Object.keys(HOUSE_STYLES) as (keyof typeof HOUSE_STYLES)[];

const USAGE = `Usage: npm run -s draft -- FILE [--style ${STYLE_IDS.join('|')}]
  [--target ${TARGET_IDS.join('|')}] [--draft ADDRESS] [--to markdown|html|text]`;

const PRINTERS: Record<
  'markdown' | 'html' | 'text',
  (issue: Root, target: TargetId, draft?: string) => string
> = {
  markdown: printMarkdown,
  html: printHtmlFor,
  text: printText,
};

const argumentsSchema = v.object({
  values: v.object({
    style: v.optional(v.picklist(STYLE_IDS), 'report'),
    target: v.optional(v.picklist(TARGET_IDS), 'markdown'),
    draft: v.exactOptional(v.string()),
    to: v.exactOptional(v.picklist(['markdown', 'html', 'text'])),
  }),
  positionals: v.strictTuple([v.string()]),
});

function readArguments() {
  try {
    const given = parseArgs({
      options: {
        style: { type: 'string' },
        target: { type: 'string' },
        draft: { type: 'string' },
        to: { type: 'string' },
      },
      allowPositionals: true,
    });
    return v.parse(argumentsSchema, given);
  } catch (error) {
    throw new ManuscriptError(USAGE, { cause: error });
  }
}

/** Mail programs cut what is longer. */
function warnOfLength(issue: Root, id: TargetId): void {
  const { mostBytes }: Target = TARGETS[id];
  const bytes = bytesOf(printHtmlFor(issue, id));
  if (mostBytes !== undefined && bytes > mostBytes)
    console.error(
      `The HTML is ${Math.ceil(bytes / 1024)} KB long; Gmail cuts a mail at ${mostBytes / 1024} KB.`,
    );
}

try {
  const { values, positionals } = readArguments();
  const { manuscript, unknown } = await readManuscript(positionals[0]);
  for (const path of unknown) console.error(`Left out, as an issue has no such field: ${path}`);
  const { style, target, draft, to = TARGETS[target].format } = values;
  const issue = composeIssue(manuscript, HOUSE_STYLES[style]);
  process.stdout.write(PRINTERS[to](issue, target, draft));
  warnOfLength(issue, target);
} catch (error) {
  if (!(error instanceof ManuscriptError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
