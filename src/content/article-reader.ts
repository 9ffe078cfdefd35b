import type { Root } from 'hast';
import { readArticleText } from '../reading/article/article-text';
import { readLeadPicture, type FoundPicture } from '../reading/pictures/page-picture';
import { treeOf } from '../reading/article/page-tree';

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
    const article = readArticleText(document);
    const leadPicture = readLeadPicture(document, location.href);
    return {
      ...(article !== undefined && { tree: treeOf(article) }),
      ...(leadPicture !== undefined && { leadPicture }),
    };
  },
};
