import type { HouseStyle } from '../../src/news/house-style';
import { wordsOfQuote, type ManuscriptClip } from '../../src/news/manuscript';
import { composeParts, listParts, type IssuePart } from '../../src/newsletter/issue-tree';
import { composeHast } from '../../src/newsletter/to-hast';
import { memo } from '../../src/ui/memo';
import { TreeView } from '../../src/ui/tree-view';
import { assembleShownIssue } from '../export/composed-issue';
import { CutNote } from '../rendered/cut-note';
import '../../src/ui/markdown.css';
import { useNearViewport } from '../rendered/near-viewport';
import { useStoredPicture } from '../state/stored-picture';
import type { DeskContent } from '../state/desk-content';
import { useDebouncedContent } from '../state/debounced-content';
import { cutManuscript, cutTextOf } from './cut-manuscript';

/** The issue as readers will see it, composed of the same parts as the exported issue. */
export function Preview({ content }: { content: DeskContent }) {
  const { issue, clips, style } = useDebouncedContent(content);
  const picture = useStoredPicture(issue.cover?.pictureId);
  const { manuscript, cut } = cutManuscript(assembleShownIssue({ issue, clips, style }));
  return (
    <article class="markdown issue-preview" lang={style.language}>
      {cut && <CutNote {...cut} />}
      {listParts(manuscript, style).map((part, place) => (
        <Part key={place} place={place} of={part.of} compose={part.compose} style={style} picture={picture} />
      ))}
    </article>
  );
}

type PartProps = IssuePart & { place: number; style: HouseStyle; picture: string | undefined };

/** Composed when it comes near the viewport, and again when its content changes. */
const Part = memo(
  function Part({ of, compose, place, style, picture }: PartProps) {
    const [ref, isNear] = useNearViewport<HTMLDivElement>('part', String(place));
    const cut = typeof of === 'string' ? undefined : cutTextOf(of);
    return (
      <div ref={ref} class={isNear ? 'issue-part' : 'issue-part is-far'}>
        {isNear || typeof of === 'string' ? (
          <TreeView
            tree={composeHast(composeParts([{ of, compose }], style))}
            pictureSource={() => picture}
          />
        ) : (
          <UnsetClip clip={of} />
        )}
        {cut && <CutNote {...cut} />}
      </div>
    );
  },
  ['of', 'style', 'picture'], // `compose` depends only on `of`
);

/** Shown for a clip far from the viewport: its link, which can be focused, and its words, which can be searched. */
function UnsetClip({ clip }: { clip: ManuscriptClip }) {
  const { url, headline, outlet, note, quotes = [], comment = '' } = clip;
  if (note !== undefined) return <p class="unset">{note}</p>;
  return (
    <>
      <p>
        <a {...(url !== undefined && { href: url })}>{headline ?? outlet ?? url}</a>
      </p>
      <p class="unset">{[...quotes.flatMap(wordsOfQuote), comment].join('\n\n')}</p>
    </>
  );
}
