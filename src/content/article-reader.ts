import type { Root } from 'hast';
import { readArticleText } from '../reading/article-text';
import { readLeadPicture, type FoundPicture } from '../reading/lead-picture';
import { withoutNames } from '../reading/unnamed-copy';
import { treeOf } from '../reading/page-tree';

/** The second injected file: what is kept of the page beside the clip. */
export interface ArticleReader {
  /** `tree` is plain hast, not sanitised; absent where the page holds no article. The picture's words are not parsed. */
  readArticle: () => { tree?: Root; leadPicture?: FoundPicture };
}

declare global {
  var clipsheetArticle: ArticleReader;
}

globalThis.clipsheetArticle = {
  readArticle: () => {
    const article = readArticleText(withoutNames(document));
    const leadPicture = leadPictureOfPage();
    return {
      ...(article !== undefined && { tree: treeOf(article) }),
      ...(leadPicture !== undefined && { leadPicture }),
    };
  },
};

/** It is looked for among what is laid out, so in the page itself: a page whose names hide what its elements are has none. */
function leadPictureOfPage(): FoundPicture | undefined {
  try {
    return readLeadPicture(document, location.href);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // a control stood where an element's property was asked for
    return undefined;
  }
}
