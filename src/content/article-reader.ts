import type { Root } from 'hast';
import { readArticleText } from '../reading/article/article-text';
import { readLeadPicture, type FoundPicture } from '../reading/pictures/page-picture';
import { treeOf } from '../reading/article/page-tree';

/** The second injected file: what is saved of the page besides the clip. */
export interface ArticleReader {
  /** `tree` is plain hast, not sanitized; absent if the page has no article. The words of the picture are not parsed. */
  readArticle: () => { tree?: Root; leadPicture?: FoundPicture };
}

declare global {
  var clipsheetArticle: ArticleReader;
}

globalThis.clipsheetArticle = {
  readArticle: () => {
    const article = readArticleText(document);
    const leadPicture = readLeadPicture(document, location.href);
    return {
      ...(article !== undefined && { tree: treeOf(article) }),
      ...(leadPicture !== undefined && { leadPicture }),
    };
  },
};
