import { siteOf } from '../../src/news/address';
import { shownLabels } from '../../src/news/assemble-manuscript';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import { hasSeveralLanguages } from '../../src/news/several-languages';
import { CandidateMenu } from '../../src/ui/candidate-menu';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { LanguageSelect, nameLanguage } from '../../src/ui/fields/language-select';
import { useTranslate } from '../../src/ui/translation-context';
import { LineField } from '../fields/line-field';
import { showClipLabel, writeClipLanguage, writeClipText } from '../actions/clip-edits';
import { useDesk } from '../state/desk';
import { markSeveralLanguages } from '../actions/outlet-marks';

/** The language of the article, and whether and how the issue labels it. */
export function LanguageDetail({ clip, style }: { clip: Clip; style: HouseStyle }) {
  const desk = useDesk();
  const translate = useTranslate();
  const displayLanguage = translate('languageOfStrings');
  const { showsLanguage, severalLanguages } = style;
  // Only a house style that labels outlets in several languages asks which outlets these are.
  const site = showsLanguage === 'outlets' ? siteOf(clip.address) : undefined;
  const isLabelWritten = shownLabels(clip, style).label !== undefined || clip.showLanguage;
  return (
    <div class="detail-with-check">
      <LanguageSelect
        label={translate('uiLanguage')}
        displayLanguage={displayLanguage}
        value={clip.language}
        onChange={(language) => desk.run(() => writeClipLanguage(desk, clip, language))}
        after={
          <CandidateMenu
            field={translate('uiLanguage')}
            candidates={clip.candidates?.language}
            value={clip.language}
            describe={(tag) => nameLanguage(tag, displayLanguage)}
            onChoose={(language) => desk.run(() => writeClipLanguage(desk, clip, language))}
          />
        }
      />
      <Checkbox
        isChecked={clip.showLanguage}
        onChange={(isShown) => desk.run(() => showClipLabel(desk, clip, 'showLanguage', isShown))}
      >
        {translate('deskShowLanguage')}
      </Checkbox>
      {site !== undefined && (
        <Checkbox
          isChecked={hasSeveralLanguages(clip.address, severalLanguages)}
          onChange={(isMarked) => desk.run(() => markSeveralLanguages(desk, site, isMarked))}
        >
          {translate('uiSeveralLanguages', site)}
        </Checkbox>
      )}
      {isLabelWritten && (
        <LineField
          key={clip.id}
          label={translate('deskLanguageLabel')}
          stored={clip.languageLabel}
          save={(text) => writeClipText(desk, clip, 'languageLabel', text)}
        />
      )}
    </div>
  );
}
