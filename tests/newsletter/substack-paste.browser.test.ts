import { describe, expect, test } from 'vitest';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { readHtml } from './printed-blocks';
import { pasteIntoSubstackEditor } from './substack-editor';

function pasteIntoEditor(html: string): string {
  return new XMLSerializer().serializeToString(pasteIntoSubstackEditor(html));
}

function blocksOf(html: string) {
  return readHtml(html.replace(/^<div[^>]*>|<\/div>$/gu, ''));
}

describe('an issue pasted into an editor of ProseMirror with Substack’s blocks', () => {
  test('has the same words, links, headings, lists, quotes and pictures there', () => {
    const html = printHtmlFor(composeEveryFeature(), 'substack');
    expect(blocksOf(pasteIntoEditor(html))).toEqual(blocksOf(html));
  });

  test('would lose the lists of its quotes in the plain HTML', () => {
    const html = printHtmlFor(composeEveryFeature(), 'email');
    expect(blocksOf(pasteIntoEditor(html))).not.toEqual(blocksOf(html));
  });
});
