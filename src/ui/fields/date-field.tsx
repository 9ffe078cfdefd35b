import { useState } from 'preact/hooks';
import { WELCOME_PAGE, LAST_DAY } from '../../news/time-bounds';
import { TextField, type TextFieldProps } from './text-field';
import { useTranslate } from '../translation-context';

/**
 * A day. Browsers accept years of six digits, so a day that cannot be stored stays in the field with a message and is not
 * passed on.
 */
export function DateField({ value, onChange, problem, ...field }: Omit<TextFieldProps, 'type'>) {
  const translate = useTranslate();
  const [refused, setRefused] = useState<{ text: string; over: string | undefined }>();
  const isRefused = refused !== undefined && refused.over === value; // otherwise another day was set meanwhile
  return (
    <TextField
      {...field}
      type="date"
      min={WELCOME_PAGE}
      max={LAST_DAY}
      value={isRefused ? refused.text : value}
      problem={isRefused ? translate('uiNoDay') : problem}
      onChange={(text, isValid) => {
        setRefused(isValid ? undefined : { text, over: value });
        if (isValid) onChange(text, true);
      }}
    />
  );
}
