import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { knownLanguage } from '../../src/news/text/language-tag';
import { directionOfLanguage } from '../../src/newsletter/directions';
import { composeParts, listParts } from '../../src/newsletter/issue-tree';
import { composeHast } from '../../src/newsletter/to-hast';
import { Translation } from '../../src/ui/translation-context';
import { TreeView } from '../../src/ui/tree-view';
import { assembleShownIssue, shownPictureId, shownStyle } from '../export/composed-issue';
import { withAddressBoxes } from '../rendered/address-boxes';
import { CutNote } from '../rendered/cut-note';
import { useDesk, type Desk } from '../state/desk';
import { useStoredPicture } from '../state/stored-picture';
import { cutManuscript, cutTextOf } from './cut-manuscript';
import './printed-issue.css';

/**
 * What the browser prints of the desk: the issue, in full. It is drawn when the browser is about to print, and at once, because
 * the browser does not wait.
 */
export function PrintedIssue() {
  const desk = useDesk();
  const ref = useRef<HTMLDivElement>(null);
  const picture = useStoredPicture(shownPictureId(desk.content));
  useLoadedPicture(picture);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const draw = () => render(<Issue desk={desk} picture={picture} />, element);
    const remove = () => render(null, element);
    addEventListener('beforeprint', draw);
    addEventListener('afterprint', remove);
    return () => {
      removeEventListener('beforeprint', draw);
      removeEventListener('afterprint', remove);
    };
  }, [desk, picture]);
  return <div ref={ref} class="printed-issue" />;
}

function Issue({ desk, picture }: { desk: Desk; picture: string | undefined }) {
  const style = shownStyle(desk.content);
  const language = knownLanguage(style.language);
  const { manuscript, cut } = cutManuscript(assembleShownIssue(desk.content));
  const clips = manuscript.sections.flatMap((section) => section.clips);
  return (
    <Translation value={desk.translate}>
      <article class="markdown" lang={language} dir={directionOfLanguage(language)}>
        {listParts(manuscript, style).map((part, place) => (
          <div key={place} class="issue-part">
            <TreeView
              tree={withAddressBoxes(composeHast(composeParts([part], style)))}
              pictureSource={() => picture}
            />
          </div>
        ))}
        {[cut, ...clips.map(cutTextOf)].map((each, place) => each && <CutNote key={place} {...each} />)}
      </article>
    </Translation>
  );
}

/** Keeps a picture loaded, so that an element with its address is complete at once. */
function useLoadedPicture(address: string | undefined): void {
  const ref = useRef<HTMLImageElement>(undefined);
  useEffect(() => {
    if (address === undefined) return;
    const image = new Image();
    image.src = address;
    ref.current = image;
  }, [address]);
}
