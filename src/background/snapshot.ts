import * as v from 'valibot';
import { readArticleInPage } from '../browser/page-capture';
import { markdownFromTree } from '../quotes/quote-markdown';
import { withDatabase } from '../storage/database';
import { recordFailure } from '../storage/failures';
import { saveSnapshot } from '../storage/snapshots';

/** The tree is sanitised by quotes/. */
const articleSchema = v.object({ tree: v.unknown() });

/** Keeps the text of the page that a clip was made from, if there is one. It comes after the clip, which is whole without. */
export async function keepSnapshot(clipId: string, tabId: number): Promise<void> {
  const article = v.safeParse(articleSchema, await readArticleInPage({ tabId }));
  const markdown = article.success ? markdownFromTree(article.output.tree) : '';
  if (markdown === '') return;
  try {
    await withDatabase((database) => saveSnapshot(database, clipId, markdown));
  } catch (error) {
    console.error('Clipsheet: the saved text of a page', error); // nobody was told that it is saved
    void recordFailure('snapshot', error);
  }
}
