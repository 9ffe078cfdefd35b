/**
 * `npm run -s draft -- FILE [--style ID] [--target ID] [--draft ADDRESS] [--to markdown|html|text]` prints an issue that is
 * stored as JSON; FILE `-` is standard input. With a target, prints what is pasted there, with HTML adapted to its editor.
 * `--draft` is the address of the post on Substack, to whose headings the table of contents then links.
 */
import { parseArgs } from 'node:util';
import type { Root } from 'mdast';
import * as v from 'valibot';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import { isSubstackPost } from '../../src/newsletter/contents-links';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { bytesOf } from '../../src/newsletter/issue-size';
import { TARGET_IDS, TARGETS, type Target, type TargetId } from '../../src/newsletter/targets';
import { printHtmlFor, printMarkdownFor } from '../../src/newsletter/to-target';
import { printText } from '../../src/newsletter/to-text';
import { ManuscriptError, readManuscript } from './read-manuscript';

const STYLE_IDS = Object.keys(HOUSE_STYLES) as (keyof typeof HOUSE_STYLES)[];

const USAGE = `Usage: npm run -s draft -- FILE [--style ${STYLE_IDS.join('|')}]
  [--target ${TARGET_IDS.join('|')}] [--draft ADDRESS] [--to markdown|html|text]`;

const PRINTERS: Record<
  'markdown' | 'html' | 'text',
  (issue: Root, target: TargetId, draft?: string) => string
> = {
  markdown: (issue, target) => [...printMarkdownFor(issue, target)].join(''),
  html: printHtmlFor,
  text: printText,
};

const argumentsSchema = v.object({
  values: v.object({
    style: v.optional(v.picklist(STYLE_IDS), 'report'),
    target: v.optional(v.picklist(TARGET_IDS), 'markdown'),
    draft: v.exactOptional(v.string()),
    to: v.exactOptional(v.picklist(['markdown', 'html', 'text'])),
    help: v.optional(v.boolean(), false),
  }),
  positionals: v.array(v.string()),
});

/** Throws `ManuscriptError` with what is wrong, and the correct form of the arguments. */
function readArguments() {
  const result = v.safeParse(argumentsSchema, parseOptions());
  if (!result.success) throw new ManuscriptError([...result.issues.map(sayWhatIsWrong), USAGE].join('\n'));
  const { values, positionals } = result.output;
  const [file, ...others] = positionals;
  if (!values.help && (file === undefined || others.length > 0))
    throw new ManuscriptError(
      `One file is read, or - for standard input; ${positionals.length} are named.\n${USAGE}`,
    );
  return { ...values, file: file ?? '' };
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        style: { type: 'string' },
        target: { type: 'string' },
        draft: { type: 'string' },
        to: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ManuscriptError(`${reason}\n${USAGE}`, { cause: error });
  }
}

function sayWhatIsWrong(issue: v.BaseIssue<unknown>): string {
  const option = v.getDotPath(issue)?.split('.').at(-1) ?? '';
  return `--${option} cannot be “${String(issue.input)}”.`;
}

/** Mail programs cut off longer issues. */
function warnOfLength(issue: Root, id: TargetId): void {
  const { mostBytes }: Target = TARGETS[id];
  const bytes = bytesOf(printHtmlFor(issue, id));
  if (mostBytes !== undefined && bytes > mostBytes)
    console.error(
      `The HTML is ${Math.ceil(bytes / 1024)} KB long; Gmail cuts a mail at ${mostBytes / 1024} KB.`,
    );
}

/** With an address that does not identify the post, the table of contents would have no links, without a message. */
function warnOfDraft(id: TargetId, draft: string | undefined): void {
  if (draft === undefined) return;
  if (TARGETS[id].contents !== 'substack')
    console.error(`--draft is of no use for ${id}: only Substack’s sections are linked to by it.`);
  else if (!isSubstackPost(draft)) console.error(`--draft is no address of a post on Substack: ${draft}`);
}

async function printDraft(): Promise<void> {
  const { file, help, style, target, draft, to = TARGETS[target].format } = readArguments();
  if (help) {
    console.log(USAGE);
    return;
  }
  const { manuscript, unknown } = await readManuscript(file);
  for (const path of unknown) console.error(`Left out, as an issue has no such field: ${path}`);
  warnOfDraft(target, draft);
  const issue = composeIssue(manuscript, HOUSE_STYLES[style]);
  process.stdout.write(PRINTERS[to](issue, target, draft));
  warnOfLength(issue, target);
}

try {
  await printDraft();
} catch (error) {
  if (!(error instanceof ManuscriptError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
