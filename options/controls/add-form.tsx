import { useRef, useState } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { TextField } from '../../src/ui/fields/text-field';
import { useTranslate } from '../../src/ui/translation-context';

interface AddFormProps {
  fields: readonly { label: string; placeholder?: string }[];
  /** Why the typed text cannot be added, in words. */
  findProblem: (texts: readonly string[]) => string | undefined;
  onAdd: (texts: readonly string[]) => void;
}

/** A form that adds something to a list. Afterwards the focus returns to its first field. */
export function AddForm({ fields, findProblem, onAdd }: AddFormProps) {
  const translate = useTranslate();
  const [texts, setTexts] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const firstRef = useRef<HTMLInputElement>(null);

  const add = () => {
    const found = findProblem(texts);
    setProblem(found);
    if (found === undefined) {
      onAdd(texts);
      setTexts([]);
    }
    firstRef.current?.focus();
  };

  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {fields.map((field, place) => (
        <TextField
          key={place}
          {...field}
          {...(place === 0 && { inputRef: firstRef, problem })}
          value={texts[place]}
          onChange={(text) => {
            setTexts(fields.map((_field, index) => (index === place ? text : (texts[index] ?? ''))));
            setProblem(undefined);
          }}
        />
      ))}
      <Button type="submit" icon="add">
        {translate('uiAdd')}
      </Button>
    </form>
  );
}
