import { $generateHtmlFromNodes } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $isHtmlNode, DEFAULT_CONFIG, DEFAULT_NODES } from '@tryghost/kg-default-nodes';
import { registerDefaultTransforms } from '@tryghost/kg-default-transforms';
import { $getRoot, createEditor, type HTMLConfig } from 'lexical';
import { printNodes, type Editor } from './editors';

/** Lexical with the nodes, conversions and transforms of Ghost's editor, in the same version. What Ghost adds to it are tools. */
export function openKoenig(): Editor {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  document.body.append(element);
  const editor = createEditor({
    nodes: [HeadingNode, LinkNode, ListItemNode, ListNode, QuoteNode, ...DEFAULT_NODES],
    html: DEFAULT_CONFIG.html as HTMLConfig, // Ghost declares these numbers as any
    onError: (error) => {
      throw error;
    },
  });
  registerRichText(editor);
  registerDefaultTransforms(editor);
  editor.setRootElement(element);
  return {
    focus: () => {
      editor.update(() => void $getRoot().selectEnd(), { discrete: true });
      element.focus();
    },
    print: () =>
      editor.getEditorState().read(() => {
        // An HTML card is printed as the value of a text area.
        const cards = $getRoot().getChildren().filter($isHtmlNode);
        return $generateHtmlFromNodes(editor).replaceAll(
          '<textarea></textarea>',
          () => cards.shift()?.html ?? '',
        );
      }),
    close: () => {
      editor.setRootElement(null);
      element.remove();
    },
  };
}

/** HTML in which each picture has its own block, as in Ghost, between the words before and after it. */
export function withPicturesAlone(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const picture of body.querySelectorAll('p img')) {
    const paragraph = picture.closest('p');
    if (paragraph?.lastChild == null) continue;
    const after = document.createRange();
    after.setStartAfter(picture);
    after.setEndAfter(paragraph.lastChild);
    const rest = document.createElement('p');
    rest.append(after.extractContents());
    paragraph.after(picture, rest);
  }
  return printNodes(body);
}
