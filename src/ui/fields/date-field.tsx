import { useState } from 'preact/hooks';
import { FIRST_DAY, LAST_DAY } from '../../news/time-bounds';
import { TextField, type TextFieldProps } from './text-field';
import { useTranslate } from '../translation-context';

/**
 * A day. Browsers accept years of six digits, and parts of a day, so a day that cannot be stored stays in the field with a message
 * and is not passed on.
 */
export function DateField({
  value = '',
  onChange,
  onLeave,
  problem,
  ...field
}: Omit<TextFieldProps, 'type'>) {
  const translate = useTranslate();
  const [refused, setRefused] = useState<{ text: string; over: string }>();
  const refuse = (text: string, isValid: boolean) => setRefused(isValid ? undefined : { text, over: value });
  const isRefused = refused?.over === value; // otherwise another day was set meanwhile
  return (
    <TextField
      {...field}
      type="date"
      min={FIRST_DAY}
      max={LAST_DAY}
      value={isRefused ? refused.text : value}
      problem={isRefused ? translate('uiNoDay') : problem}
      onChange={(text, isValid) => {
        refuse(text, isValid);
        if (isValid) onChange(text, true);
      }}
      onLeave={(event) => {
        const { value: text, validity } = event.currentTarget;
        refuse(text, validity.valid); // of a part of a day, browsers say nothing while it is typed
        onLeave?.(event);
      }}
    />
  );
}
