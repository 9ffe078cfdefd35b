/** `npm run schema` writes docs/issue.schema.json from the parser. */
import { writeFile } from 'node:fs/promises';
import { describeIssue } from './issue-schema';

await writeFile('docs/issue.schema.json', `${JSON.stringify(describeIssue(), undefined, 2)}\n`);
