import type { HouseStyle } from '../../src/news/house-style';
import { wordsOfQuote, type ManuscriptClip, type ManuscriptQuote } from '../../src/news/manuscript';
import { shownBeginning } from '../../src/news/text/shown-beginning';
import { composeClip } from '../../src/newsletter/clip-tree';
import { composeParts, type IssuePart } from '../../src/newsletter/issue-tree';
import { composeHast } from '../../src/newsletter/to-hast';
import { memo } from '../../src/ui/memo';
import { TreeView } from '../../src/ui/tree-view';
import { listShownParts } from '../export/composed-issue';
import { CutNote } from '../rendered/cut-note';
import '../rendered/markdown.css';
import { useNearViewport } from '../rendered/near-viewport';
import { useStoredPicture } from '../state/stored-picture';
import type { DeskContent } from '../state/desk-content';
import { useDebouncedContent } from '../state/debounced-content';

/** The issue as readers will see it: the very parts that are exported. */
export function Preview({ content }: { content: DeskContent }) {
  const { issue, clips, style } = useDebouncedContent(content);
  const picture = useStoredPicture(issue.cover?.pictureId);
  return (
    <article class="markdown issue-preview" lang={style.language}>
      {listShownParts({ issue, clips, style }).map((part, place) => (
        <Part key={place} place={place} of={part.of} compose={part.compose} style={style} picture={picture} />
      ))}
    </article>
  );
}

type PartProps = IssuePart & { place: number; style: HouseStyle; picture: string | undefined };

/** Set when it comes near, and anew when it is of something else. */
const Part = memo(
  function Part({ of, compose, place, style, picture }: PartProps) {
    const [ref, isNear] = useNearViewport<HTMLDivElement>('part', String(place));
    const cut = typeof of === 'string' ? undefined : cutClip(of);
    const shown = cut === undefined ? { of, compose } : { of: cut, compose: () => composeClip(cut, style) };
    return (
      <div ref={ref} class={isNear ? 'issue-part' : 'issue-part is-far'}>
        {isNear || typeof shown.of === 'string' ? (
          <TreeView tree={composeHast(composeParts([shown], style))} pictureSource={() => picture} />
        ) : (
          <UnsetClip clip={shown.of} />
        )}
        {cut && typeof of !== 'string' && <CutNote shown={textOf(cut)} text={textOf(of)} />}
      </div>
    );
  },
  ['of', 'style', 'picture'], // what it composes is what `of` says
);

/** What stands for a clip that is far away: its link, which can be gone to, and its words, which can be found. */
function UnsetClip({ clip }: { clip: ManuscriptClip }) {
  const { url, headline, outlet, note } = clip;
  if (note !== undefined) return <p class="unset">{note}</p>;
  return (
    <>
      <p>
        <a {...(url !== undefined && { href: url })}>{headline ?? outlet ?? url}</a>
      </p>
      <p class="unset">{textOf(clip)}</p>
    </>
  );
}

function textOf({ quotes = [], comment, note }: ManuscriptClip): string {
  return [...quotes.flatMap(wordsOfQuote), comment, note].filter((text) => text !== undefined).join('\n\n');
}

/** A clip with the beginnings of those texts that would hold up the page; `undefined`: it has none. */
function cutClip(clip: ManuscriptClip): ManuscriptClip | undefined {
  const { quotes = [], comment, note } = clip;
  const texts = [...quotes.flatMap(wordsOfQuote), comment, note];
  if (texts.every((text) => text === undefined || shownBeginning(text) === undefined)) return undefined;
  const cut = (text: string) => shownBeginning(text) ?? text;
  return {
    ...clip,
    quotes: quotes.map((quote) => cutQuote(quote, cut)),
    ...(comment !== undefined && { comment: cut(comment) }),
    ...(note !== undefined && { note: cut(note) }),
  };
}

function cutQuote(quote: ManuscriptQuote, cut: (text: string) => string): ManuscriptQuote {
  if (typeof quote === 'string') return cut(quote);
  const { original, translation } = quote;
  return {
    ...quote,
    ...(original !== undefined && { original: cut(original) }),
    ...(translation !== undefined && { translation: cut(translation) }),
  };
}
