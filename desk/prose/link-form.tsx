import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { TextField } from '../../src/ui/fields/text-field';
import { useTranslate } from '../../src/ui/translation-context';
import { readTypedAddress } from './links';

interface LinkFormProps {
  /** The link's address; empty if there is none yet. */
  href: string;
  /** `undefined` removes the link. */
  onSet: (href: string | undefined) => void;
  onClose: () => void;
}

/** Asks for the address of a link. */
export function LinkForm({ href, onSet, onClose }: LinkFormProps) {
  const translate = useTranslate();
  const inputRef = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(href);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => inputRef.current?.select(), []);
  return (
    <form
      class="link-form"
      aria-label={translate('deskLink')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const address = readTypedAddress(typed);
        if (address !== undefined) onSet(address);
        else if (typed.trim() === '') onSet(undefined);
        else setWrong(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        event.preventDefault();
        onClose();
      }}
    >
      <TextField
        label={translate('deskLinkAddress')}
        isLabelHidden
        type="url"
        placeholder="https://"
        inputRef={inputRef}
        value={typed}
        problem={isWrong ? translate('deskLinkProblem') : undefined}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        after={
          <>
            <Button type="submit">{translate('deskLinkSet')}</Button>
            {href !== '' && (
              <Button look="quiet" icon="close" isIconOnly onClick={() => onSet(undefined)}>
                {translate('deskLinkRemove')}
              </Button>
            )}
          </>
        }
      />
    </form>
  );
}
