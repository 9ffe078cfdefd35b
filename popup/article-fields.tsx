import type { Ref } from 'preact';
import { publicationDay, type ArticleField, type ClipContent } from '../src/news/clip';
import { writeDay } from '../src/news/publication-label';
import { CandidateMenu } from '../src/ui/candidate-menu';
import { Checkbox } from '../src/ui/checkbox';
import { LanguageSelect, nameLanguage } from '../src/ui/language-select';
import { TextArea } from '../src/ui/text-area';
import { TextField } from '../src/ui/text-field';
import { useTranslate } from '../src/ui/translation';
import './article-fields.css';
import type { Facts } from './facts';
import { readField } from './sheet';

interface ArticleFieldsProps {
  content: ClipContent;
  facts: Facts;
  addressRef: Ref<HTMLInputElement>;
  isAddressRefused: boolean;
  onWrite: (field: ArticleField, value: string) => void;
  onShow: (field: 'showDate' | 'showLanguage', isShown: boolean) => void;
}

/** The article's fields as a cutting shows them: what each is, its look says; its name is read out. */
export function ArticleFields({
  content,
  facts,
  addressRef,
  isAddressRefused,
  onWrite,
  onShow,
}: ArticleFieldsProps) {
  const translate = useTranslate();
  const language = translate('languageOfStrings');
  const labels = {
    headline: translate('uiHeadline'),
    outlet: translate('uiOutlet'),
    published: translate('uiPublished'),
    byline: translate('uiByline'),
    dek: translate('uiDek'),
    language: translate('uiLanguage'),
    address: translate('uiAddress'),
  };
  const isReading = facts.capture === undefined && facts.stored === undefined;
  const field = (name: ArticleField, describe?: (value: string) => string) => ({
    label: labels[name],
    isLabelHidden: true,
    look: 'bare' as const,
    value: readField(content, name),
    placeholder: isReading ? '' : labels[name],
    onChange: (value: string | undefined) => onWrite(name, value ?? ''),
    after: (
      <CandidateMenu
        field={labels[name]}
        candidates={candidatesOf(facts, name)}
        value={readField(content, name)}
        describe={describe}
        onChoose={(value) => onWrite(name, value)}
      />
    ),
  });
  const published = field('published', (value) => writeInstant(value, language));
  const written = field('language', (tag) => nameLanguage(tag, language));

  return (
    <div class="article-fields" aria-busy={isReading}>
      <TextArea
        {...field('headline')}
        face="headline"
        isOneLine
        placeholder={isReading ? translate('popupReading') : labels.headline}
      />
      <TextArea {...field('dek')} face="serif" isOneLine />
      <TextField {...field('outlet')} />
      <TextField
        {...published}
        type="date"
        value={publicationDay(content)}
        after={
          <>
            {published.after}
            <Checkbox
              isChecked={content.showDate}
              onChange={(isShown) => onShow('showDate', isShown)}
              title={translate('popupShowDate')}
            >
              {translate('popupShow')}
            </Checkbox>
          </>
        }
      />
      <TextField {...field('byline')} />
      <LanguageSelect
        {...written}
        displayLanguage={language}
        after={
          <>
            {written.after}
            <Checkbox
              isChecked={content.showLanguage}
              onChange={(isShown) => onShow('showLanguage', isShown)}
              title={translate('popupShowLanguage')}
            >
              {translate('popupShow')}
            </Checkbox>
          </>
        }
      />
      <TextField
        {...field('address')}
        type="url"
        inputRef={addressRef}
        problem={isAddressRefused ? translate('popupAddressRefused') : undefined}
      />
    </div>
  );
}

function candidatesOf({ capture, stored }: Facts, field: ArticleField) {
  return capture && 'page' in capture ? capture.page.fields[field] : stored?.candidates?.[field];
}

/** A day, with the time and the offset which the page gives: `18 November 2026, 09:30 +03:00`. */
function writeInstant(value: string, language: string): string {
  const day = writeDay(value.slice(0, 10), 'long', language);
  const [, time, offset] = /T(\d\d:\d\d)[^Z+-]*(.*)$/u.exec(value) ?? [];
  return time === undefined ? day : `${day}, ${time} ${offset === 'Z' ? 'UTC' : (offset ?? '')}`;
}
