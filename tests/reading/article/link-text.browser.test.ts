import { expect, it } from 'vitest';
import { readLinkText } from '../../../src/reading/article/link-text';

const page = (markup: string) =>
  new DOMParser().parseFromString(`<base href="https://a.example/">${markup}`, 'text/html');

it('returns the text of the longest link to the address as a headline', () => {
  const teaser = page(
    '<a href="/x"><img></a><a href="/x">Wang  Yi\n visits Moscow</a><a href="/x">More</a><a href="/y">Another, longer headline</a>',
  );
  expect(readLinkText(teaser, 'https://a.example/x')).toBe('Wang Yi visits Moscow');
});

it('returns nothing if no link to the address has text', () => {
  expect(readLinkText(page('<a href="/x"><img></a>'), 'https://a.example/x')).toBeUndefined();
});
