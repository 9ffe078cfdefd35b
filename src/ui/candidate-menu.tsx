import type { Candidate } from '../news/candidate';
import { Menu } from './menu';
import { useTranslate } from './translation-context';

interface CandidateMenuProps {
  /** The field's label. */
  field: string;
  candidates: readonly Candidate[] | undefined;
  value: string | undefined;
  onChoose: (value: string) => void;
  /** How a value is shown, for values that users cannot read (`zh-Hans`). */
  describe?: ((value: string) => string) | undefined;
}

/** A menu of the other values that were found in the page for a field. Nothing if there are none. */
export function CandidateMenu({ field, candidates = [], value, onChoose, describe }: CandidateMenuProps) {
  const translate = useTranslate();
  if (candidates.every((candidate) => candidate.value === value)) return null;
  return (
    <Menu
      isIconOnly
      items={candidates.map((candidate) => ({
        key: candidate.value,
        label: describe?.(candidate.value) ?? candidate.value,
        note: candidate.source,
        isChosen: candidate.value === value,
        onChoose: () => onChoose(candidate.value),
      }))}
    >
      {translate('uiOtherValues', field)}
    </Menu>
  );
}
