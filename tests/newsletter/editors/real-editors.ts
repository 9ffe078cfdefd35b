/** Editors as their makers ship them, each with the parts that an issue needs. */
import { Editor as TipTapEditor } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import Image from '@tiptap/extension-image';
import { StarterKit } from '@tiptap/starter-kit';
import type { Editor } from '../editors';

function openRoom(): HTMLElement {
  const element = document.createElement('div');
  document.body.append(element);
  return element;
}

/** TipTap 3 with its starter kit and pictures. In Substack’s form a blockquote contains only paragraphs. */
export function openTipTap(kind: 'starter' | 'substack' = 'starter'): Editor {
  const room = openRoom();
  const kit =
    kind === 'starter'
      ? [StarterKit]
      : [StarterKit.configure({ blockquote: false }), Blockquote.extend({ content: 'paragraph+' })];
  const editor = new TipTapEditor({ element: room, extensions: [...kit, Image] });
  return {
    focus: () => void editor.commands.focus('end', { scrollIntoView: false }),
    print: () => editor.getHTML(),
    close: () => {
      editor.destroy();
      room.remove();
    },
  };
}

/** Quill 2 with the theme and modules that it has by default. */
export async function openQuill(): Promise<Editor> {
  const { default: Quill } = await import('quill');
  const room = openRoom();
  const element = document.createElement('div');
  room.append(element);
  const editor = new Quill(element, { theme: 'snow' });
  return {
    focus: () => editor.focus(),
    print: () => editor.getSemanticHTML(),
    close: () => room.remove(),
  };
}

/** Trix 2. */
export async function openTrix(): Promise<Editor> {
  await import('trix');
  const room = openRoom();
  const element = document.createElement('trix-editor') as HTMLElement & { value: string };
  const started = new Promise((resolve) => {
    element.addEventListener('trix-initialize', resolve, { once: true });
  });
  room.append(element);
  await started;
  return { focus: () => element.focus(), print: () => element.value, close: () => room.remove() };
}

/** CKEditor 5, the classic editor with the usual blocks. */
export async function openCkEditor(): Promise<Editor> {
  const ck = await import('ckeditor5');
  const room = openRoom();
  const editor = await ck.InlineEditor.create({
    root: { element: room },
    licenseKey: 'GPL',
    plugins: [
      ck.Essentials,
      ck.Paragraph,
      ck.Heading,
      ck.Bold,
      ck.Italic,
      ck.Strikethrough,
      ck.Code,
      ck.CodeBlock,
      ck.Link,
      ck.List,
      ck.BlockQuote,
      ck.Table,
      ck.HorizontalLine,
      ck.Image,
      ck.ImageBlock,
      ck.ImageInline,
      ck.PasteFromOffice,
      ck.Autoformat,
    ],
    heading: {
      options: [
        { model: 'paragraph', title: 'Paragraph', class: '' },
        ...([1, 2, 3, 4, 5, 6] as const).map((level) => ({
          model: `heading${level}` as const,
          view: `h${level}`,
          title: `Heading ${level}`,
          class: '',
        })),
      ],
    },
  });
  return {
    focus: () => editor.editing.view.focus(),
    print: () => editor.getData(),
    close: () => {
      void editor.destroy().then(() => room.remove());
    },
  };
}

/** TinyMCE 8 with lists, links, tables and code. */
export async function openTinyMce(): Promise<Editor> {
  const { default: tinymce } = await import('tinymce');
  await Promise.all([
    import('tinymce/icons/default'),
    import('tinymce/models/dom'),
    import('tinymce/themes/silver'),
    import('tinymce/plugins/lists'),
    import('tinymce/plugins/link'),
  ]);
  const room = openRoom();
  const [editor] = await tinymce.init({
    target: room,
    inline: true,
    license_key: 'gpl',
    plugins: 'lists link',
    skin: false,
    content_css: false,
    convert_urls: false,
    promotion: false,
  });
  if (editor === undefined) throw new Error('TinyMCE did not start.');
  return {
    focus: () => editor.focus(),
    print: () => editor.getContent(),
    close: () => editor.remove(),
  };
}
