import { parseWebAddress } from '../../src/news/address';
import { isUnsorted, publicationDay, type Clip } from '../../src/news/clip';
import { readClip } from '../../src/storage/clips';
import { MissingRecordError } from '../../src/storage/storage-errors';
import { Button } from '../../src/ui/button';
import { CandidateMenu } from '../../src/ui/candidate-menu';
import { Checkbox } from '../../src/ui/checkbox';
import { Field } from '../../src/ui/field';
import { LanguageSelect, nameLanguage } from '../../src/ui/language-select';
import { useTranslate } from '../../src/ui/translation';
import { LineField } from '../fields/line-field';
import { moveClipTo } from '../state/clip-acts';
import {
  CLIP_TEXT_LABELS,
  showClipLabel,
  writeClipDate,
  writeClipLanguage,
  writeClipText,
} from '../state/clip-edits';
import { nameClip } from '../state/clip-name';
import { useDesk, type Desk } from '../state/desk';

/** The facts of a clip: whatever of it is no prose. */
export function ClipDetails({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { isCurrent } = desk.content;
  return (
    <div class="clip-details">
      <h2 dir="auto">{nameClip(clip) ?? translate('deskNoHeadline')}</h2>
      <fieldset class="details-fields" disabled={!isCurrent}>
        <SectionDetail clip={clip} />
        <TextDetail clip={clip} field="outlet" />
        <DateDetail clip={clip} />
        <LanguageDetail clip={clip} />
        <TextDetail clip={clip} field="byline" />
        <TextDetail clip={clip} field="address" />
      </fieldset>
      <ClipProvenance clip={clip} />
    </div>
  );
}

/** Chosen here, a clip goes to the end of the section. */
function SectionDetail({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue } = desk.content;
  return (
    <Field
      label={translate('uiSection')}
      control={(control) => (
        <select
          {...control}
          class="control control-box"
          value={isUnsorted(clip, issue) ? '' : clip.sectionId}
          onChange={({ currentTarget: { value } }) =>
            desk.run(() => moveClipTo(desk, clip, value === '' ? {} : { sectionId: value }))
          }
        >
          {issue.sections.map((section, place) => (
            <option key={section.id} value={section.id}>
              {`${place + 1} ${section.title}`}
            </option>
          ))}
          <option value="">{translate('uiUnsorted')}</option>
        </select>
      )}
    />
  );
}

function TextDetail({ clip, field }: { clip: Clip; field: 'outlet' | 'byline' | 'address' }) {
  const desk = useDesk();
  const label = useTranslate()(CLIP_TEXT_LABELS[field]);
  const isAddress = field === 'address';
  return (
    <LineField
      key={`${clip.id}:${field}`}
      label={label}
      type={isAddress ? 'url' : 'text'}
      problem={isAddress && !isLinkable(clip.address) ? desk.translate('deskAddressProblem') : undefined}
      stored={clip[field]}
      save={(text) => writeClipText(desk, clip, field, text)}
      after={
        <CandidateMenu
          field={label}
          candidates={clip.candidates?.[field]}
          value={clip[field]}
          onChoose={(text) => desk.run(() => writeClipText(desk, clip, field, text))}
        />
      }
    />
  );
}

function isLinkable(address: string | undefined): boolean {
  return address === undefined || parseWebAddress(address) !== undefined;
}

function DateDetail({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="detail-with-check">
      <LineField
        key={clip.id}
        label={translate('deskDate')}
        type="date"
        stored={publicationDay(clip)}
        save={(day) => writeClipDate(desk, clip, day)}
        after={
          <CandidateMenu
            field={translate('deskDate')}
            candidates={clip.candidates?.published}
            value={clip.publishedAt ?? clip.publishedOn}
            onChoose={(value) => desk.run(() => writeClipDate(desk, clip, value))}
          />
        }
      />
      <Checkbox
        isChecked={clip.showDate}
        onChange={(isShown) => desk.run(() => showClipLabel(desk, clip, 'showDate', isShown))}
      >
        {translate('deskShowDate')}
      </Checkbox>
    </div>
  );
}

function LanguageDetail({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const displayLanguage = document.documentElement.lang;
  return (
    <div class="detail-with-check">
      <LanguageSelect
        label={translate('deskLanguage')}
        displayLanguage={displayLanguage}
        value={clip.language}
        onChange={(language) => desk.run(() => writeClipLanguage(desk, clip, language))}
        after={
          <CandidateMenu
            field={translate('deskLanguage')}
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
      {clip.showLanguage && (
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

function ClipProvenance({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const when = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const { earlierClipId } = clip;
  return (
    <div class="provenance">
      <p class="hint">{translate('deskClippedAt', when.format(new Date(clip.clippedAt)))}</p>
      <Button look="plain" onClick={() => desk.show({ snapshotOf: clip.id })}>
        {translate('deskOpenSnapshot')}
      </Button>
      {earlierClipId !== undefined && (
        <Button look="quiet" onClick={() => desk.run(() => openStoredClip(desk, earlierClipId))}>
          {translate('deskEarlierClip')}
        </Button>
      )}
    </div>
  );
}

async function openStoredClip(desk: Desk, id: string): Promise<void> {
  const clip = await readClip(desk.database, id);
  if (clip === undefined) throw new MissingRecordError(`There is no clip ${id}`);
  await desk.openClipOf(clip);
}
