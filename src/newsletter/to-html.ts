import type { Element, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { knownLanguage } from '../news/text/language-tag';
import { directionOfLanguage } from './directions';
import { composeHast } from './to-hast';

/** Prints an issue as a fragment of HTML for pasting into an editor: no ids, classes or styles. */
export function printHtml(root: Root): string {
  return `${toHtml(composeHast(root))}\n`;
}

/** Prints an issue as a complete HTML page, for a file. */
export function printHtmlPage(root: Root, { title, language }: { title: string; language: string }): string {
  const dir = directionOfLanguage(knownLanguage(language));
  const page: HastRoot = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: language, ...(dir === 'rtl' && { dir }) }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('title', {}, [{ type: 'text', value: title }]),
        ]),
        element('body', {}, bodyOf(root)),
      ]),
    ],
  };
  return `${toHtml(page)}\n`;
}

function bodyOf(root: Root): Element['children'] {
  const tree = composeHast(root);
  return tree.type === 'root' ? tree.children.filter((child) => child.type !== 'doctype') : [];
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: Element['children'] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
