import type { TargetedMouseEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import { capitalize, SWITCHED_FIELDS, switchOf, type SwitchedField } from '../../src/news/article-fields';
import type { HouseStyle } from '../../src/news/house-style';
import type { Manuscript, ManuscriptQuote } from '../../src/news/manuscript';
import { writeLanguageLabel } from '../../src/news/publication-label';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';
import { useTranslate, type Translate } from '../../src/ui/translation-context';
import { settingAt, type SamplePlace } from './sample-setting';

interface StyleSampleProps {
  style: HouseStyle;
  /** The publication day in the sample: `YYYY-MM-DD`. */
  day: string;
  /** Called with the setting of the part that was clicked. */
  onPick: (setting: keyof HouseStyle) => void;
}

/** A few lines in this style, composed by the same code as an issue. A click on a part of it leads to the setting of that part. */
export function StyleSample({ style, day, onPick }: StyleSampleProps) {
  const translate = useTranslate();
  const sample = useMemo(() => writeSample(style, day, translate), [style, day, translate]);
  const tree = useMemo(() => composeHast(composeIssue(sample, style)), [sample, style]);
  const pick = (event: TargetedMouseEvent<HTMLElement>) => {
    event.preventDefault(); // its links lead nowhere
    const place = placeOfClick(event);
    const setting = place && settingAt(place, sample, style);
    if (setting !== undefined) onPick(setting);
  };
  return (
    <figure class="sample" aria-labelledby="sample-caption">
      <figcaption id="sample-caption">{translate('optionsSample')}</figcaption>
      <p class="hint">{translate('optionsSampleHint')}</p>
      <div class="sample-issue" onClick={pick}>
        <TreeView tree={tree} lowerHeadingsBy={1} />
      </div>
    </figure>
  );
}

const BLOCK = 'p, li, h3, h4, h5';

/** The block that was clicked, and how many characters of it are before the pointer; with the keyboard, before the link. */
function placeOfClick({ target, clientX, clientY, detail }: MouseEvent): SamplePlace | undefined {
  const block = target instanceof Element ? target.closest(BLOCK) : null;
  if (block === null || !(target instanceof Element)) return undefined;
  const point = detail === 0 ? null : document.caretPositionFromPoint(clientX, clientY);
  const before = document.createRange();
  before.setStart(block, 0);
  if (point !== null && block.contains(point.offsetNode)) before.setEnd(point.offsetNode, point.offset);
  else before.setEndBefore(target === block ? (block.firstChild ?? block) : target);
  const kind = block.closest('blockquote')
    ? 'quote'
    : block.closest('ol, ul')
      ? 'list'
      : block.matches('h3')
        ? 'heading'
        : 'paragraph';
  return { kind, text: block.textContent, at: before.toString().length };
}

function writeSample(style: HouseStyle, day: string, translate: Translate): Manuscript {
  const label = style.showsLanguage === 'never' ? undefined : writeLanguageLabel('zh-Hans', style.language);
  return {
    sections: [
      {
        title: translate('sampleSection'),
        clips: [
          {
            url: 'https://www.example.org/',
            headline: translate('sampleHeadline'),
            outlet: translate('sampleOutlet'),
            ...(style.showsDate !== 'never' && { publishedOn: day }),
            ...(label !== undefined && { languageLabel: label }),
            ...writeSwitched(style, translate),
            quotes: [translate('sampleFirstQuote'), writeTranslated(style, translate)],
            comment: translate('sampleComment'),
          },
        ],
      },
      { title: translate('sampleOtherSection'), clips: [] },
    ],
  };
}

function writeSwitched(style: HouseStyle, translate: Translate): Partial<Record<SwitchedField, string>> {
  return Object.fromEntries(
    SWITCHED_FIELDS.filter((name) => style[switchOf(name)]).map((name) => [
      name,
      translate(`sample${capitalize(name)}`),
    ]),
  );
}

function writeTranslated({ quotesIn }: HouseStyle, translate: Translate): ManuscriptQuote {
  return {
    speaker: translate('sampleSpeaker'),
    ...(quotesIn !== 'translation' && { original: translate('sampleOriginal') }),
    ...(quotesIn !== 'original' && { translation: translate('sampleSecondQuote') }),
  };
}
