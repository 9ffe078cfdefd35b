import { useState } from 'preact/hooks';
import { TextArea } from '../../src/ui/fields/text-area';
import { TextField, type TextFieldProps } from '../../src/ui/fields/text-field';

interface KeptTextProps extends Omit<TextFieldProps, 'onChange' | 'type' | 'value'> {
  /** As it is stored. */
  value: string | undefined;
  /** Called at each keystroke, unless `findProblem` says what is wrong. */
  onKeep: (text: string) => void;
  /** Why a text cannot be kept, in words. */
  findProblem?: (text: string) => string | undefined;
  /** A text of several lines, which grows. */
  lines?: number;
}

/**
 * A text that is kept as it is typed. While it has the focus it shows what was typed, spaces and all, whatever is
 * stored here or elsewhere; then it shows what is stored.
 */
export function AutosaveField({ value, onKeep, findProblem, lines, ...field }: KeptTextProps) {
  const [typed, setTyped] = useState<string>();
  const problem = typed === undefined ? undefined : findProblem?.(typed);
  const shared = {
    ...field,
    value: typed ?? value,
    problem,
    onChange: (text: string) => {
      setTyped(text);
      if (findProblem?.(text) === undefined) onKeep(text);
    },
  };
  return (
    <div class="kept-text" onFocusOut={() => setTyped(undefined)}>
      {lines === undefined ? <TextField {...shared} /> : <TextArea {...shared} lines={lines} />}
    </div>
  );
}
