/** `npm run -s draft -- FILE [--to markdown|html|text]` prints an issue that is kept as JSON; FILE `-` is standard input. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';
import { ManuscriptError, readManuscript } from './read-manuscript';

const USAGE = 'Usage: npm run -s draft -- FILE [--to markdown|html|text]';

const PRINTERS = { markdown: printMarkdown, html: printHtml, text: printText };

const argumentsSchema = v.object({
  values: v.object({ to: v.optional(v.picklist(['markdown', 'html', 'text']), 'markdown') }),
  positionals: v.strictTuple([v.string()]),
});

function readArguments() {
  try {
    const given = parseArgs({ options: { to: { type: 'string' } }, allowPositionals: true });
    return v.parse(argumentsSchema, given);
  } catch (error) {
    throw new ManuscriptError(USAGE, { cause: error });
  }
}

try {
  const { values, positionals } = readArguments();
  const { manuscript, unknown } = await readManuscript(positionals[0]);
  for (const path of unknown) console.error(`Left out, as an issue has no such field: ${path}`);
  process.stdout.write(PRINTERS[values.to](composeIssue(manuscript, REPORT)));
} catch (error) {
  if (!(error instanceof ManuscriptError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
