import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';

interface OtherValuesProps {
  /** What another machine has set at the same time as the value in the field above; `shown` as it reads. */
  values: readonly { value: string; shown: string }[];
  onChoose: (value: string) => void;
}

/** Offers the values that the one in the field was chosen over when two machines were merged. */
export function OtherValues({ values, onChoose }: OtherValuesProps) {
  const translate = useTranslate();
  return values.map(({ value, shown }) => (
    <Button key={value} look="quiet" onClick={() => onChoose(value)}>
      {translate('deskUseOther', shown)}
    </Button>
  ));
}
