import { useMemo } from 'preact/hooks';
import { Field, type FieldProps } from './field';

/** Offered besides those found in a page: the languages of the most widely read press. BCP 47. */
const OFTEN_READ = [
  ...['en', 'zh-Hans', 'zh-Hant', 'ru', 'uk', 'ar', 'fa', 'he', 'tr', 'de', 'fr', 'es', 'pt', 'it', 'pl'],
  ...['nl', 'sv', 'cs', 'hu', 'ro', 'el', 'ja', 'ko', 'vi', 'th', 'id', 'hi', 'ur', 'bn', 'kk', 'uz', 'mn'],
];

interface LanguageSelectProps extends FieldProps {
  /** BCP 47. */
  value: string | undefined;
  onChange: (language: string | undefined) => void;
  /** The language of the names: BCP 47. */
  displayLanguage: string;
  look?: 'box' | 'bare';
}

/** A choice of languages by name. */
export function LanguageSelect({
  value,
  onChange,
  displayLanguage,
  look = 'box',
  ...field
}: LanguageSelectProps) {
  const languages = useMemo(() => listLanguages(value, displayLanguage), [value, displayLanguage]);
  return (
    <Field
      {...field}
      control={(control) => (
        <select
          {...control}
          class={`control control-${look}`}
          value={value ?? ''}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? undefined : currentTarget.value)
          }
        >
          <option value="">–</option>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** Sorted by name. */
function listLanguages(value: string | undefined, displayLanguage: string): { tag: string; name: string }[] {
  const tags = value === undefined || OFTEN_READ.includes(value) ? OFTEN_READ : [value, ...OFTEN_READ];
  return tags
    .map((tag) => ({ tag, name: nameLanguage(tag, displayLanguage) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, displayLanguage));
}

/** The name of a language, such as `Chinese (Simplified)` for `zh-Hans`; the tag itself if it is not a language. */
export function nameLanguage(tag: string, displayLanguage: string): string {
  try {
    return new Intl.DisplayNames([displayLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag; // not a BCP 47 tag; shown as it is
    throw error;
  }
}
