import { afterEach, describe, expect, it, vi } from 'vitest';
import { readFields } from '../../src/reading/page';
import { pageOf } from './parse-page';

afterEach(() => {
  vi.restoreAllMocks();
});

interface Steps {
  /** How many nodes were reached from other nodes, by any method. */
  nodes: number;
  /** How many queries were made of the whole document. */
  queries: number;
}

const STEPS = ['firstChild', 'nextSibling', 'childNodes'] as const;
const QUERIES = ['querySelector', 'querySelectorAll'] as const;

/** Counts what the reader does while it reads a page. */
function stepsOf(page: Document): Steps {
  const steps = STEPS.map((name) => vi.spyOn(Node.prototype, name, 'get'));
  const walker = vi.spyOn(TreeWalker.prototype, 'nextNode');
  const queries = QUERIES.map((name) => vi.spyOn(Document.prototype, name));
  readFields(page, 'https://courier.example/world/talks');
  const count = (spies: readonly { mock: { calls: unknown[] } }[]) =>
    spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  const counted = { nodes: count([...steps, walker]), queries: count(queries) };
  vi.restoreAllMocks();
  return counted;
}

/** An article with this many paragraphs of three nodes each. */
function articleOf(paragraphs: number): Document {
  const text = '<p>The two sides met again and <b>said</b></p>'.repeat(paragraphs);
  return pageOf({
    head: '<title>Talks go on | Courier</title>',
    body: `<h1>Talks go on</h1><div>By Ada Stone</div>${text}`,
  });
}

describe('reading a page', () => {
  it('walks it a limited number of times', () => {
    const [less, more] = [stepsOf(articleOf(200)), stepsOf(articleOf(800))];
    const nodesBetween = 600 * 4; // the paragraph, the bold word, and their texts
    // One walk asks each node for a child and a sibling, another is a `TreeWalker` of the elements alone.
    expect(
      (more.nodes - less.nodes) / nodesBetween,
      'A reader walks the page for itself: it reads the lines that evidence.ts has gathered in its one walk',
    ).toBeLessThanOrEqual(3);
    expect(
      more.queries,
      'No reader may search the whole document (document.querySelector…): it reads what evidence.ts has gathered ' +
        '(evidence.lines, evidence.metaTags, evidence.jsonLd), or adds what it needs there',
    ).toBe(0);
  });

  it('goes no farther in a page of any length', () => {
    const [long, longer] = [stepsOf(articleOf(10_000)), stepsOf(articleOf(20_000))];
    expect(longer).toEqual(long);
  });
});
