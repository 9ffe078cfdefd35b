import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeIssue } from '../../scripts/draft/issue-schema';
import { ManuscriptError, readManuscript } from '../../scripts/draft/read-manuscript';

const PROJECT = join(import.meta.dirname, '../..');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clipsheet-draft-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function writeIssue(text: string): Promise<string> {
  const file = join(folder, 'issue.json');
  await writeFile(file, text);
  return file;
}

interface Printed {
  code: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

function draft(args: readonly string[], input = ''): Promise<Printed> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'scripts/draft/index.ts', ...args];
    const child = execFile(process.execPath, command, { cwd: PROJECT }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

describe('an issue stored as JSON', () => {
  test('is printed as Markdown, or in the requested format', async () => {
    const file = await writeIssue('\uFEFF{"title":"A *title*","sections":[]}');
    expect(await draft([file])).toEqual({ code: 0, stdout: '# A \\*title\\*\n', stderr: '' });
    expect(await draft([file, '--to', 'html'])).toMatchObject({ stdout: '<h1>A *title*</h1>\n' });
    expect(await draft([file, '--to', 'text'])).toMatchObject({ stdout: 'A *title*\n' });
  }, 30_000);

  test('is printed for the editor that it is pasted into', async () => {
    const file = await writeIssue('{"signOff":"> one\\n>\\n> * two"}');
    const split = '<blockquote><p>one</p><p>• two</p></blockquote>';
    expect(await draft([file, '--target', 'ghost'])).toEqual({ code: 0, stdout: `${split}\n`, stderr: '' });
    expect(await draft([file, '--target', 'buttondown'])).toMatchObject({ stdout: '> one\n>\n> *   two\n' });
    const note = await draft([file, '--target', 'wechat']);
    expect(note.stdout).toMatch(/^<blockquote style="margin:/u);
    expect(await draft([file, '--target', 'myspace'])).toMatchObject({ code: 1, stdout: '' });
  }, 30_000);

  test('warns that a mail will be cut off, and prints it all the same', async () => {
    const file = await writeIssue(JSON.stringify({ signOff: '里海 '.repeat(15_000) }));
    const { code, stdout, stderr } = await draft([file, '--target', 'mailchimp']);
    expect(stderr).toBe('The HTML is 103 KB long; Gmail cuts a mail at 102 KB.\n');
    expect(code).toBe(0);
    expect(stdout).toContain('里海 里海');
    expect(await draft([file, '--target', 'substack'])).toMatchObject({ stderr: '' });
  }, 30_000);

  test('links the table of contents to the sections of a post on Substack', async () => {
    const file = await writeIssue('{"sections":[{"title":"Ports"}]}');
    const address = 'https://week.substack.com/publish/post/12';
    const { stdout } = await draft([file, '--target', 'substack', '--draft', address]);
    expect(stdout).toContain('<a href="https://week.substack.com/i/12/1-ports">Ports</a>');
    const elsewhere = await draft([file, '--target', 'substack', '--draft', 'https://week.example/']);
    expect(elsewhere.stderr).toBe('--draft is no address of a post on Substack: https://week.example/\n');
    expect((await draft([file, '--draft', address])).stderr).toMatch(/^--draft is of no use for markdown/u);
  }, 30_000);

  test('is read from standard input for -', async () => {
    expect(await draft(['-'], '{"title":"A"}')).toEqual({ code: 0, stdout: '# A\n', stderr: '' });
    const refused = await draft(['-'], '{"title":');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^Standard input is not JSON: /u);
  }, 30_000);

  test('is rejected with a message on stderr and exit code 1 if it cannot be read', async () => {
    const refused = await draft([join(folder, 'none.json')]);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/none\.json cannot be read: there is no such file\.\n$/u);
    await writeFile(join(folder, 'latin.json'), Buffer.from('{"title":"café"}', 'latin1'));
    expect((await draft([join(folder, 'latin.json')])).stderr).toMatch(/is not written in UTF-8/u);
  }, 30_000);

  test.each([
    [['a', 'b'], /^One file is read, or - for standard input; 2 are named\.\nUsage/u],
    [[], /; 0 are named\.\nUsage/u],
    [['a', '--target', 'myspace'], /^--target cannot be “myspace”\.\nUsage.*\n.*substack/u],
    [
      ['a', '--style', 'raport', '--to', 'pdf'],
      /^--style cannot be “raport”\.\n--to cannot be “pdf”\.\nUsage/u,
    ],
    [['a', '--traget', 'ghost'], /^Unknown option '--traget'/u],
  ] as const)(
    'is not printed for %j, with a message that says why',
    async (args, words) => {
      const refused = await draft(args);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toMatch(words);
    },
    30_000,
  );

  test('prints a usage message', async () => {
    const { code, stdout } = await draft(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run -s draft/u);
  }, 30_000);

  test('reports every place that does not fit the format', async () => {
    const file = await writeIssue('{"title":5,"sections":[{"clips":[{"quotes":["a",7]}]}]}');
    await expect(readManuscript(file)).rejects.toThrow(/title: .*\n.*sections\.0\.clips\.0\.quotes\.1: /u);
  });

  test.each(['', '{', 'Will Beijing support Putin?', '[]', 'null', '5', '{}', '{"name":"x"}'])(
    'is not %j',
    async (text) => {
      await expect(readManuscript(await writeIssue(text))).rejects.toThrow(ManuscriptError);
    },
  );

  test('reports every misspelt field', async () => {
    const file = await writeIssue('{"$schema":"x","titel":"A","sections":[{"clips":[{"headlin":"B"}]}]}');
    expect((await readManuscript(file)).unknown).toEqual(['titel', 'sections.0.clips.0.headlin']);
  });

  test('is described by a JSON Schema that matches the parser (npm run schema)', async () => {
    const written: unknown = JSON.parse(await readFile(join(PROJECT, 'docs/issue.schema.json'), 'utf8'));
    expect(written).toEqual(describeIssue());
  });
});
