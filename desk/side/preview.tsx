import { useMemo } from 'preact/hooks';
import type { HouseStyle } from '../../src/news/house-style';
import { wordsOfQuote, type ManuscriptClip } from '../../src/news/manuscript';
import { knownLanguage } from '../../src/news/text/language-tag';
import { directionOfLanguage } from '../../src/newsletter/directions';
import { composeParts, listParts, type IssuePart } from '../../src/newsletter/issue-tree';
import { composeHast } from '../../src/newsletter/to-hast';
import { memo } from '../../src/ui/memo';
import { TreeView } from '../../src/ui/tree-view';
import { assembleShownIssue, shownPictureId, shownStyle } from '../export/composed-issue';
import { withAddressBoxes } from '../rendered/address-boxes';
import { CutNote } from '../rendered/cut-note';
import { isParsedLate, useLateTree } from '../rendered/late-tree';
import '../../src/ui/markdown.css';
import { useNearViewport } from '../rendered/near-viewport';
import { useStoredPicture } from '../state/stored-picture';
import type { DeskContent } from '../state/desk-content';
import { useDebouncedContent } from '../state/debounced-content';
import { cutManuscript, cutTextOf } from './cut-manuscript';

/** The issue as readers will see it, composed of the same parts as the exported issue. */
export function Preview({ content }: { content: DeskContent }) {
  const shown = useDebouncedContent(content);
  const picture = useStoredPicture(shownPictureId(shown));
  const style = shownStyle(shown);
  const language = knownLanguage(style.language);
  const { manuscript, cut } = cutManuscript(assembleShownIssue(shown));
  return (
    <article class="markdown issue-preview" lang={language} dir={directionOfLanguage(language)}>
      {cut && <CutNote {...cut} />}
      {listParts(manuscript, style).map((part, place) => (
        <Part key={place} place={place} {...part} style={style} picture={picture} />
      ))}
    </article>
  );
}

type PartProps = IssuePart & { place: number; style: HouseStyle; picture: string | undefined };

/**
 * Composed when it comes near the viewport, and again when its content changes; if that takes long, after the page has been
 * drawn.
 */
const Part = memo(
  function Part({ of, clips = [], compose, place, style, picture }: PartProps) {
    const [ref, isNear] = useNearViewport<HTMLDivElement>('part', String(place));
    const isShown = isNear || typeof of === 'string';
    return (
      <div ref={ref} class={isNear ? 'issue-part' : 'issue-part is-far'}>
        {isShown ? (
          <ComposedPart of={of} compose={compose} style={style} picture={picture} />
        ) : (
          <UnsetPart of={of} />
        )}
        {(typeof of === 'string' ? clips : [of]).map((clip, at) => (
          <NoteOfCut key={at} clip={clip} />
        ))}
      </div>
    );
  },
  ['of', 'style', 'picture'], // `compose` and `clips` depend only on `of`
);

function ComposedPart({ of, compose, style, picture }: Omit<PartProps, 'place' | 'clips'>) {
  const source = useMemo(() => ({ of, style }), [of, style]);
  const isLate = useMemo(() => isParsedLate(wordsOfPart(of).join('\n\n')), [of]);
  const tree = useLateTree(source, isLate, () =>
    withAddressBoxes(composeHast(composeParts([{ of, compose }], style))),
  );
  return tree ? <TreeView tree={tree} pictureSource={() => picture} /> : <UnsetPart of={of} />;
}

function NoteOfCut({ clip }: { clip: ManuscriptClip }) {
  const cut = cutTextOf(clip);
  return cut ? <CutNote {...cut} /> : null;
}

/** Shown for a clip far from the viewport: its link, which can be focused, and its words, which can be searched. */
function UnsetPart({ of }: Pick<IssuePart, 'of'>) {
  if (typeof of === 'string') return null;
  const { url, headline, outlet, note } = of;
  const words = <p class="unset">{wordsOfPart(of).join('\n\n')}</p>;
  if (note !== undefined) return words;
  return (
    <>
      <p>
        <a {...(url !== undefined && { href: url })}>{headline ?? outlet ?? url}</a>
      </p>
      {words}
    </>
  );
}

/** The texts of a part that are parsed. */
function wordsOfPart(of: ManuscriptClip | string): string[] {
  if (typeof of === 'string') return [of];
  const { note, quotes = [], comment = '' } = of;
  return note !== undefined ? [note] : [...quotes.flatMap(wordsOfQuote), comment];
}
