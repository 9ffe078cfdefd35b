import type { Root } from 'hast';
import { readArticleText } from '../reading/article-text';
import { treeOf } from '../reading/page-tree';

/** The second injected file: the article's text, for the snapshot. */
export interface ArticleReader {
  /** `tree` is plain hast, not sanitised; absent where the page holds no article. */
  readArticle: () => { tree?: Root };
}

declare global {
  var clipsheetArticle: ArticleReader;
}

globalThis.clipsheetArticle = {
  readArticle: () => {
    const article = readArticleText(document);
    return article === undefined ? {} : { tree: treeOf(article) };
  },
};
