import { useState } from 'preact/hooks';
import { TextArea } from '../../src/ui/fields/text-area';
import { TextField, type TextFieldProps } from '../../src/ui/fields/text-field';

interface KeptTextProps extends Omit<TextFieldProps, 'onChange' | 'onLeave' | 'type' | 'value'> {
  /** The stored value. */
  value: string | undefined;
  /** Called at each keystroke, unless `findProblem` returns a problem. */
  onKeep: (text: string) => void;
  /** Why a text cannot be stored, in words. */
  findProblem?: (text: string) => string | undefined;
  /** For text of several lines; the field grows. */
  lines?: number;
}

/**
 * A text field that saves while the user types. While it has the focus it shows exactly what was typed, whatever is stored here
 * or elsewhere; otherwise it shows the stored value.
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
