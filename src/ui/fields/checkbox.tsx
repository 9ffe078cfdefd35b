import type { ComponentChildren } from 'preact';
import './checkbox.css';

interface CheckboxProps {
  children: ComponentChildren;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  /** An explanation beyond the label; screen readers use it as well. */
  title?: string | undefined;
}

export function Checkbox({ children, isChecked, onChange, title }: CheckboxProps) {
  return (
    <label class="checkbox" title={title}>
      <input
        type="checkbox"
        checked={isChecked}
        aria-label={title}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
