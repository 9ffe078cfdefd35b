import type { Mark, Node as ProseNode } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { linkableAddress } from '../../src/newsletter/markdown/linkable-address';
import { PROSE } from './prose-schema';

const { link } = PROSE.marks;

interface LinkSpan {
  from: number;
  to: number;
  /** Empty: there is no link yet. */
  href: string;
}

/** What a link form changes: the selection, extended by the whole first link in it, or the link at the cursor. */
export function linkAt({ selection, doc }: EditorState): LinkSpan {
  const { from, to, empty, $from } = selection;
  const found = empty ? { mark: link.isInSet($from.marks()), place: from } : firstLink(doc, from, to);
  const { mark, place } = found;
  if (mark === undefined) return { from, to, href: '' };
  const $place = doc.resolve(place);
  const nodes = $place.parent.children;
  const isOther = (node: ProseNode) => !mark.isInSet(node.marks);
  // At the end of a link, the node before the cursor has the mark; otherwise the one after it.
  const here =
    $place.nodeAfter !== null && !isOther($place.nodeAfter)
      ? $place.index()
      : $place.index() - ($place.textOffset === 0 ? 1 : 0);
  const first = nodes.slice(0, here).findLastIndex(isOther) + 1;
  const next = nodes.slice(here).findIndex(isOther);
  const start = $place.posAtIndex(first);
  const end = $place.posAtIndex(next === -1 ? nodes.length : here + next);
  return { from: Math.min(from, start), to: Math.max(to, end), href: mark.attrs['href'] as string };
}

function firstLink(doc: ProseNode, from: number, to: number): { mark: Mark | undefined; place: number } {
  let found: { mark: Mark; place: number } | undefined;
  doc.nodesBetween(from, to, (node, place) => {
    const mark = link.isInSet(node.marks);
    if (mark !== undefined) found ??= { mark, place };
  });
  return found ?? { mark: undefined, place: from };
}

/** Links the range of `linkAt`. Without a selection, inserts the address as text. `undefined` removes the link. */
export function linkTo(href: string | undefined): Command {
  return (state, dispatch) => {
    const { from, to } = linkAt(state);
    const { tr } = state;
    if (href === undefined) dispatch?.(tr.removeMark(from, to, link));
    else if (from === to) {
      const text = href.replace(/^mailto:/u, '');
      dispatch?.(
        tr.replaceSelectionWith(PROSE.text(text, [link.create({ href })]), false).removeStoredMark(link),
      );
    } else dispatch?.(tr.removeMark(from, to, link).addMark(from, to, link.create({ href })));
    return true;
  };
}

/** The address that a user has typed: `daily.example/talks`, `desk@daily.example`. `undefined` if it cannot be linked. */
export function readTypedAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /\s/u.test(text)) return undefined;
  const given = linkableAddress(text);
  if (given !== undefined) return given;
  if (/^[^@/:]+@[^@/:]+$/u.test(text)) return linkableAddress(`mailto:${text}`);
  return /^[^./:?#@]+(?:\.[^./:?#@]+)+\.?(?:[:/?#].*)?$/u.test(text)
    ? linkableAddress(`https://${text}`)
    : undefined;
}
