import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What a control must carry so that its label, its hint and its problem belong to it. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value, and what to do. */
  problem?: string | undefined;
  /** `row`: the label stands before the control, for forms that are scanned; it goes above where room is short. */
  layout?: 'stacked' | 'row' | undefined;
  /** The label is read out, not seen: where the look says what it is. */
  isLabelHidden?: boolean | undefined;
  /** Stands after the control: a menu of candidates, a checkbox. */
  after?: ComponentChildren;
}

/** Label, control, what stands after it, hint and problem. */
export function Field(props: FieldProps & { control: (control: ControlProps) => ComponentChildren }) {
  const id = useId();
  const isDescribed = props.hint !== undefined || props.problem !== undefined;
  return (
    <div class={`field field-${props.layout ?? 'stacked'}`}>
      <label for={id} class={props.isLabelHidden === true ? 'visually-hidden' : 'field-label'}>
        {props.label}
      </label>
      <div class="field-control">
        {props.control({
          id,
          ...(isDescribed && { 'aria-describedby': `${id}-note` }),
          ...(props.problem !== undefined && { 'aria-invalid': true }),
        })}
        {props.after}
      </div>
      {isDescribed && (
        <p id={`${id}-note`} class={props.problem === undefined ? 'field-hint' : 'field-problem'}>
          {props.problem ?? props.hint}
        </p>
      )}
    </div>
  );
}
