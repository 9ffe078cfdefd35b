import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Command } from 'prosemirror-state';
import type { PastedFindings } from './clipboard';
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
  /** For quotes only: splits the passage at the cursor into two. Its presence also offers the tools that cut words. */
  onSplit?: ((before: string, after: string) => void) | undefined;
  /** Whether `markdown` differs from the text in the editor because somebody else has changed it. */
  isOutdated: () => boolean;
  /** Called after the editor has taken over `markdown`. */
  onShow: () => void;
  /** Called after each change; `print` returns the text as it is at that moment. */
  onEdit: (print: () => string) => void;
  /** Called if there is anything to say of pasted content. */
  onFindings: (findings: PastedFindings) => void;
}

const NOTHING: Formats = {
  strong: false,
  em: false,
  link: false,
  bullets: false,
  numbers: false,
  quote: false,
};

/** An editor of formatted text, with its toolbar. It takes the focus when it is drawn. */
export function ProseEditing(props: ProseEditingProps) {
  const hostRef = useRef<HTMLDivElement>(null);
  const { editor, formats, link, setLink } = useProseEditor(hostRef, props);
  const isOfQuote = props.onSplit !== undefined;
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
    [editor, formats, isOfQuote, setLink],
  );
  return (
    <>
      <div class="prose-host" ref={hostRef} data-placeholder={props.placeholder} />
      {editor && (
        <div class="prose-tools">
          {bar}
          {link && (
            <LinkForm
              href={link.href}
              onClose={() => {
                setLink(undefined);
                editor.view.focus();
              }}
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

/** Opens the editor in its host, keeps it in step with the stored text, and holds the state of its toolbar. */
function useProseEditor(
  hostRef: RefObject<HTMLElement | null>,
  { markdown, isOutdated, onShow, ...opening }: ProseEditingProps,
) {
  const [editor, setEditor] = useState<ProseEditor>();
  const [formats, setFormats] = useState(NOTHING);
  const [link, setLink] = useState<{ href: string }>();
  const callbacksRef = useRef<Pick<ProseEditingProps, 'onEdit' | 'onSplit' | 'onFindings'>>(opening);
  useLayoutEffect(() => {
    callbacksRef.current = opening;
  });
  useLayoutEffect(() => {
    const host = hostRef.current;
    if (host === null) return undefined;
    const opened = new ProseEditor(host, {
      markdown,
      attributes: opening.attributes,
      selected: opening.selected,
      keys: { 'Mod-k': (state) => (setLink(linkAt(state)), true) },
      ...(opening.onSplit && { onSplit: (before, after) => callbacksRef.current.onSplit?.(before, after) }),
      onEdit: (print) => callbacksRef.current.onEdit(print),
      onFindings: (findings) => callbacksRef.current.onFindings(findings),
      onUpdate: ({ isEmpty, isWritten, view }) => {
        host.classList.toggle('is-empty', isEmpty);
        host.classList.toggle('is-written', isWritten);
        setFormats((before) => keepSame(before, formatsAt(view.state)));
      },
    });
    setEditor(opened);
    onShow();
    return () => opened.destroy();
    // oxlint-disable-next-line react/exhaustive-deps -- the editor is opened once, with the first values
  }, []);
  const { attributes } = opening;
  useEffect(() => {
    if (editor?.view.composing === false) editor.describe(attributes);
    // oxlint-disable-next-line react/exhaustive-deps -- the record is new at each drawing; only its label changes
  }, [editor, attributes['aria-label']]);
  useLayoutEffect(() => {
    if (editor === undefined || editor.view.composing || !isOutdated()) return;
    editor.replace(markdown);
    onShow();
  });
  return { editor, formats, link, setLink };
}

/** Returns the old object if no format has changed, so that the toolbar is not drawn again after every key. */
function keepSame(before: Formats, now: Formats): Formats {
  const names = Object.keys(now) as (keyof Formats)[];
  return names.every((name) => before[name] === now[name]) ? before : now;
}

type Named = Omit<FormatTool, 'isPressed' | 'onUse'>;

const { bullet_list, ordered_list } = PROSE.nodes;

/** The formats of all formatted text. The link opens a form for its address; the others have a command. */
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
