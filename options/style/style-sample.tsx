import { useMemo } from 'preact/hooks';
import { capitalize, SWITCHED_FIELDS, switchOf, type SwitchedField } from '../../src/news/article-fields';
import type { HouseStyle } from '../../src/news/house-style';
import type { Manuscript, ManuscriptQuote } from '../../src/news/manuscript';
import { writeLanguageLabel } from '../../src/news/publication-label';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';
import { useTranslate, type Translate } from '../../src/ui/translation-context';

interface StyleSampleProps {
  style: HouseStyle;
  /** The publication day in the sample: `YYYY-MM-DD`. */
  day: string;
}

/** A few lines in this style, composed by the same code as an issue. */
export function StyleSample({ style, day }: StyleSampleProps) {
  const translate = useTranslate();
  const tree = useMemo(
    () => composeHast(composeIssue(writeSample(style, day, translate), style)),
    [style, day, translate],
  );
  return (
    <figure class="sample" aria-labelledby="sample-caption">
      <figcaption id="sample-caption">{translate('optionsSample')}</figcaption>
      <TreeView tree={tree} lowerHeadingsBy={1} />
    </figure>
  );
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
