import type { ComponentChildren } from 'preact';

interface StatusProps {
  children?: ComponentChildren;
  /** Read out at once, not when the reader pauses: for what keeps the user from going on. */
  isUrgent?: boolean;
}

/** A live region: it stays in the page, and what changes in it is read out. */
export function Status({ children, isUrgent = false }: StatusProps) {
  return (
    <div class="status" role={isUrgent ? 'alert' : 'status'} aria-atomic="true">
      {children}
    </div>
  );
}
