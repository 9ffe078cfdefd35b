import { useRef, useState } from 'preact/hooks';
import { REPORT, type HouseStyle as Style } from '../../src/news/house-style';
import { HOUSE_STYLES, languageSettings } from '../../src/news/house-styles';
import { Button } from '../../src/ui/button';
import { Choice } from '../../src/ui/fields/choice';
import { Notice } from '../../src/ui/banner';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { SettingsSection } from '../controls/settings-section';
import { focusSetting, SAMPLE_DAY, StyleFields } from './style-fields';
import { StyleSample } from './style-sample';

const PRESETS = {
  report: 'optionsStyleReport',
  digest: 'optionsStyleDigest',
  links: 'optionsStyleLinks',
  own: 'optionsStyleOwn',
} as const;
type Preset = keyof typeof PRESETS;

interface HouseStyleProps {
  style: Style;
  onChange: (change: (style: Style) => Style) => void;
}

/** The house style of an issue, with a sample. */
export function HouseStyleSection({ style, onChange }: HouseStyleProps) {
  const translate = useTranslate();
  const fieldsRef = useRef<HTMLDivElement>(null);
  const [previous, setPrevious] = useState<Style>();
  const set = (fields: Partial<Style>) => {
    setPrevious(undefined);
    onChange((before) => ({ ...before, ...fields }));
  };
  const preset = presetOf(style);
  const takeOver = (id: Preset) => {
    if (id === 'own') return;
    onChange((before) => ({ ...presetIn(id, before.language), ...pickOwn(before) }));
    setPrevious(style);
  };

  return (
    <SettingsSection id="style" introduction={translate('optionsStyleIntroduction')}>
      <div class="style-parts">
        <StyleSample
          style={style}
          day={SAMPLE_DAY}
          onPick={(setting) => focusSetting(fieldsRef.current, setting, translate)}
        />
        <div class="style-fields" ref={fieldsRef}>
          <Choice
            label={translate('optionsStylePreset')}
            value={preset}
            options={(Object.keys(PRESETS) as Preset[])
              .filter((id) => id !== 'own' || preset === 'own')
              .map((value) => ({ value, shown: translate(PRESETS[value]) }))}
            onChoose={takeOver}
          />
          <StyleFields style={style} onSet={set} />
        </div>
      </div>
      <Status>
        {previous && (
          <Notice
            actions={
              <Button
                icon="undo"
                onClick={() => {
                  onChange((before) => ({ ...previous, ...pickOwn(before) }));
                  setPrevious(undefined);
                }}
              >
                {translate('uiUndo')}
              </Button>
            }
          >
            {translate('optionsStyleWasSet', translate(PRESETS[preset]))}
          </Notice>
        )}
      </Status>
    </SettingsSection>
  );
}

/** The settings that belong to the analyst and not to a style: the language of the issue, and what is known about outlets. */
function pickOwn({ language, severalLanguages }: Style): Pick<Style, 'language' | 'severalLanguages'> {
  return { language, severalLanguages };
}

/** Which of the predefined styles it is, whatever the analyst's own settings. */
function presetOf(style: Style): Preset {
  const ids = Object.keys(HOUSE_STYLES) as (keyof typeof HOUSE_STYLES)[];
  const fields = (Object.keys(REPORT) as (keyof Style)[]).filter((field) => !(field in pickOwn(style)));
  return (
    ids.find((id) => {
      const known = presetIn(id, style.language);
      return fields.every((field) => style[field] === known[field]);
    }) ?? 'own'
  );
}

/** A predefined style with the words of a language. */
function presetIn(id: keyof typeof HOUSE_STYLES, language: string): Style {
  return { ...HOUSE_STYLES[id], ...languageSettings(HOUSE_STYLES[id], language) };
}
