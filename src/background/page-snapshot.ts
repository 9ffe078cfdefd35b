import * as v from 'valibot';
import { readArticleInPage } from '../browser/page-capture';
import { parseLeadPicture } from '../news/lead-picture';
import { withoutOddCharacters } from '../news/text/odd-characters';
import { markdownFromTree } from '../quotes/quote-markdown';
import { withDatabase } from '../storage/database/database';
import { recordFailure } from '../storage/database/error-log';
import { saveSnapshot } from '../storage/snapshots';

/** quotes/ sanitizes the tree, news/ parses the picture. */
const articleSchema = v.object({ tree: v.unknown(), leadPicture: v.optional(v.unknown()) });

/**
 * Saves the text and the lead picture of the page that a clip was made from. They are saved after the clip, which does not
 * depend on them.
 */
export async function keepSnapshot(clipId: string, tabId: number): Promise<void> {
  const article = v.safeParse(articleSchema, await readArticleInPage({ tabId }));
  if (!article.success) return;
  const cut = { isTextCut: false };
  const text = markdownFromTree(article.output.tree, undefined, () => (cut.isTextCut = true));
  const leadPicture = parseLeadPicture(article.output.leadPicture, withoutOddCharacters);
  const page = {
    ...(text !== '' && { text }),
    ...(cut.isTextCut && cut),
    ...(leadPicture !== undefined && { leadPicture }),
  };
  if (Object.keys(page).length === 0) return;
  try {
    await withDatabase((database) => saveSnapshot(database, clipId, page));
  } catch (error) {
    console.error('Clipsheet: the saved text of a page', error); // no message has said that it is saved
    void recordFailure('snapshot', error);
  }
}
