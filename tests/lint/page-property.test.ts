import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { pageProperty } from '../../scripts/lint/page-property.js';

const folder = mkdtempSync(join(tmpdir(), 'clipsheet-lint-'));
const file = join(folder, 'page.ts');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The messages of the rule about a program that would run in pages. */
function lint(code: string): string[] {
  writeFileSync(file, code);
  const program = ts.createProgram([file], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  });
  const messages = new Linter({ cwd: folder }).verify(
    code,
    {
      files: ['**/*.ts'],
      languageOptions: { parser, parserOptions: { programs: [program] } },
      plugins: { clipsheet: { rules: { 'page-property': pageProperty } } },
      rules: { 'clipsheet/page-property': 'error' },
    },
    { filename: file },
  );
  return messages.map(({ message }) => message);
}

it(
  'the linter finds every way in which a name of the page could be read as a property',
  { timeout: 60_000 },
  () => {
    const found = lint(`
    export function read(element: Element, page: Document, node: Node | undefined, form: HTMLFormElement) {
      const { activeElement, body: place } = page;
      const kind = 'assignedSlot' in element;
      return [element.localName, node?.textContent, form['id'], page.querySelector('p'), activeElement, place, kind];
    }
    export function readAny<Of extends Element>(element: Of) {
      return element.matches('p');
    }
    export const readSome = ({ title }: HTMLElement) => title;`);
    expect(found).toHaveLength(9);
    expect(found.filter((message) => message.includes('evidence.ts'))).toEqual([
      expect.stringContaining('does not search the page with “querySelector”'),
    ]);
  },
);

it('the linter accepts properties that no name of the page can hide', { timeout: 60_000 }, () => {
  const found = lint(`
    declare function get<Key extends keyof Element>(node: Element, key: Key): Element[Key];
    export function read(element: Element, text: Text, image: HTMLImageElement, list: HTMLCollection) {
      return [get(element, 'localName'), text.data, image.currentSrc, list.length, getComputedStyle(element).color];
    }`);
  expect(found).toEqual([]);
});
