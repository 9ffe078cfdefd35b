import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** The attributes by which label, hint and problem are linked to a control. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value, and what the user can do. */
  problem?: string | undefined;
  /** `row`: the label is before the control, for forms that are scanned; in narrow windows it is above. */
  layout?: 'stacked' | 'row' | undefined;
  /** The label is only for screen readers, if its appearance tells what a field is. */
  isLabelHidden?: boolean | undefined;
  /** Shown after the control: a menu of candidates, a checkbox. */
  after?: ComponentChildren;
}

/** A label, a control, what follows it, a hint and a problem. */
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
