import { printNodes, type Editor } from '../editors';

/** Ghost’s editor as its package ships it (koenig-lexical), drawn by React. */
export async function openKoenig(): Promise<Editor> {
  const [{ createElement }, { createRoot }, koenig] = await Promise.all([
    import('react'),
    import('react-dom/client'),
    import('@tryghost/koenig-lexical'),
  ]);
  const room = document.createElement('div');
  document.body.append(room);
  const root = createRoot(room);
  const showsPictures = replacePictures();
  let html = '';
  const output = createElement(koenig.HtmlOutputPlugin, { setHtml: (value: string) => (html = value) });
  root.render(
    createElement(
      koenig.KoenigComposer,
      { cardConfig: {}, fileUploader: { useFileUpload: () => UPLOADS_NOTHING, fileTypes: {} } },
      createElement(koenig.KoenigEditor, null, output),
    ),
  );
  const element = await waitForElement(room);
  return {
    focus: () => element.focus(),
    print: () => withTables(html, room),
    close: () => {
      root.unmount();
      showsPictures();
      room.remove();
    },
  };
}

const UPLOADS_NOTHING = {
  upload: () => Promise.resolve([]),
  isLoading: false,
  progress: 0,
  errors: [],
  filesNumber: 0,
};

const DOT = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/** The editor measures each picture, and those of the issues do not exist. Returns what undoes the replacement. */
function replacePictures(): () => void {
  const { Image: Native } = window;
  window.Image = class extends Native {
    override set src(_address: string) {
      super.src = DOT;
    }
  };
  return () => {
    window.Image = Native;
  };
}

async function waitForElement(room: HTMLElement): Promise<HTMLElement> {
  for (;;) {
    const element = room.querySelector<HTMLElement>('[contenteditable=true]');
    if (element !== null) return element;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A card with HTML, such as a table, is printed as an empty text area; the editor shows its content. */
function withTables(html: string, room: HTMLElement): string {
  const cards = [...room.querySelectorAll<HTMLElement>('[data-kg-card=html] .whitespace-normal')];
  return html.replaceAll('<textarea></textarea>', () => {
    const card = cards.shift();
    return card === undefined ? '' : printNodes(card);
  });
}

/** HTML in which the paragraphs of a quote have empty lines between them, as in Ghost. */
export function withQuotesJoined(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const line of body.querySelectorAll('blockquote > p + p'))
    line.prepend(document.createElement('br'), document.createElement('br'));
  for (const line of body.querySelectorAll('blockquote > p')) line.replaceWith(...line.childNodes);
  return printNodes(body);
}
