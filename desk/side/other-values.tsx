import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';

interface OtherValuesProps {
  /** The values that another machine has set at the same time as the current one; `shown` is the readable form. */
  values: readonly { value: string; shown: string }[];
  onChoose: (value: string) => void;
}

/** Offers the values that lost against the current one when two machines were merged. */
export function OtherValues({ values, onChoose }: OtherValuesProps) {
  const translate = useTranslate();
  return values.map(({ value, shown }) => (
    <Button key={value} look="quiet" onClick={() => onChoose(value)}>
      {translate('deskUseOther', shown)}
    </Button>
  ));
}
