import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Command } from 'prosemirror-state';
import { formatsAt, toggle, toggleList, toggleQuote, type Formats } from './commands';
import { FormatBar, type FormatTool } from './format-bar';
import { LinkForm } from './link-form';
import { linkAt, linkTo } from './links';
import { ProseEditor } from './prose-editor';
import { PROSE } from './prose-schema';
import { bracketWords, cutWords } from './quote-commands';
import type { TextSpan } from '../rendered/text-place';

export interface ProseEditingProps {
  markdown: string;
  attributes: Record<string, string>;
  placeholder?: string | undefined;
  selected?: TextSpan | undefined;
  /** For quotes alone: makes two passages of what stands before the cursor and after it. Words can be cut from quotes, too. */
  onSplit?: ((before: string, after: string) => void) | undefined;
  /** Whether the Markdown that this is drawn with says something else than what stands here. */
  isNews: () => boolean;
  /** Called when that Markdown has come to stand here. */
  onShow: () => void;
  /** Called after each change with what prints the text as it is then. */
  onEdit: (print: () => string) => void;
  /** Called when pictures come in by a paste, with their number. */
  onPictures: (count: number) => void;
}

const NOTHING: Formats = {
  strong: false,
  em: false,
  link: false,
  bullets: false,
  numbers: false,
  quote: false,
};

/** Formatted text that is written on, with its tools. It takes the focus as it is drawn. */
export function ProseEditing({ markdown, isNews, onShow, ...opening }: ProseEditingProps) {
  const hostRef = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<ProseEditor>();
  const [formats, setFormats] = useState(NOTHING);
  const [link, setLink] = useState<{ href: string }>();

  const onEditRef = useRef(opening.onEdit);
  const onSplitRef = useRef(opening.onSplit);
  const onPicturesRef = useRef(opening.onPictures);
  useLayoutEffect(() => {
    onEditRef.current = opening.onEdit;
    onSplitRef.current = opening.onSplit;
    onPicturesRef.current = opening.onPictures;
  });
  useLayoutEffect(() => {
    const host = hostRef.current;
    if (host === null) return undefined;
    const opened = new ProseEditor(host, {
      markdown,
      attributes: opening.attributes,
      selected: opening.selected,
      keys: { 'Mod-k': (state) => (setLink(linkAt(state)), true) },
      ...(opening.onSplit && { onSplit: (before, after) => onSplitRef.current?.(before, after) }),
      onEdit: (print) => onEditRef.current(print),
      onPictures: (count) => onPicturesRef.current(count),
      onUpdate: ({ isEmpty, isWritten, view }) => {
        host.classList.toggle('is-empty', isEmpty);
        host.classList.toggle('is-written', isWritten);
        setFormats((before) => keepSame(before, formatsAt(view.state)));
      },
    });
    setEditor(opened);
    onShow();
    return () => opened.destroy();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- opened once, with what it is drawn with first
  }, []);
  const { attributes } = opening;
  useEffect(() => {
    if (editor?.view.composing === false) editor.describe(attributes);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the record is made anew each time, the label seldom
  }, [editor, attributes['aria-label']]);
  useLayoutEffect(() => {
    if (editor === undefined || editor.view.composing || !isNews()) return;
    editor.replace(markdown);
    onShow();
  });

  const isOfQuote = opening.onSplit !== undefined;
  const bar = useMemo(
    () =>
      editor && (
        <FormatBar
          tools={[
            ...formatTools(editor, formats, () => setLink(linkAt(editor.view.state))),
            ...(isOfQuote ? quoteTools(editor) : []),
          ]}
          onEscape={() => editor.view.focus()}
        />
      ),
    [editor, formats, isOfQuote],
  );
  const closeLink = () => {
    setLink(undefined);
    editor?.view.focus();
  };
  return (
    <>
      <div class="prose-host" ref={hostRef} data-placeholder={opening.placeholder} />
      {editor && (
        <div class="prose-tools">
          {bar}
          {link && (
            <LinkForm
              href={link.href}
              onClose={closeLink}
              onSet={(href) => {
                setLink(undefined);
                editor.run(linkTo(href));
              }}
            />
          )}
        </div>
      )}
    </>
  );
}

/** Most keys change none: then nothing is drawn again. */
function keepSame(before: Formats, now: Formats): Formats {
  const names = Object.keys(now) as (keyof Formats)[];
  return names.every((name) => before[name] === now[name]) ? before : now;
}

type Named = Omit<FormatTool, 'isPressed' | 'onUse'>;

const { bullet_list, ordered_list } = PROSE.nodes;

/** What all formatted text can have. The link asks where it leads, the others are done at once. */
const FORMATS: readonly (Named & { format: keyof Formats; command?: Command })[] = [
  { label: 'deskBold', icon: 'bold', keys: 'Mod-b', format: 'strong', command: toggle('strong') },
  { label: 'deskItalic', icon: 'italic', keys: 'Mod-i', format: 'em', command: toggle('em') },
  { label: 'deskLink', icon: 'link', keys: 'Mod-k', format: 'link' },
  {
    label: 'deskBullets',
    icon: 'bullets',
    keys: 'Mod-Shift-8',
    format: 'bullets',
    command: toggleList(bullet_list),
  },
  {
    label: 'deskNumbers',
    icon: 'numbers',
    keys: 'Mod-Shift-7',
    format: 'numbers',
    command: toggleList(ordered_list),
  },
  { label: 'deskQuotation', icon: 'quotation', keys: 'Mod-Shift-9', format: 'quote', command: toggleQuote },
];

function formatTools(editor: ProseEditor, formats: Formats, openLink: () => void): FormatTool[] {
  return FORMATS.map(({ format, command, ...named }) => ({
    ...named,
    isPressed: formats[format],
    onUse: command === undefined ? openLink : () => void editor.run(command),
  }));
}

const CUT: Named = { label: 'deskCutWords', icon: 'cut', keys: 'Mod-Shift-.' };
const BRACKET: Named = { label: 'deskBracketWords', icon: 'brackets', keys: 'Mod-Shift-,' };
const SPLIT: Named = { label: 'deskSplitQuote', icon: 'split', keys: 'Mod-Enter' };

function quoteTools(editor: ProseEditor): FormatTool[] {
  return [
    { ...CUT, onUse: () => void editor.run(cutWords) },
    { ...BRACKET, onUse: () => void editor.run(bracketWords) },
    { ...SPLIT, onUse: () => editor.split() },
  ];
}
