import type { ComponentChildren } from 'preact';

interface StatusProps {
  children?: ComponentChildren;
  /** Announced at once instead of at the next pause: for messages that stop the user. */
  isUrgent?: boolean;
}

/** A live region: it stays in the page, and screen readers announce changes in it. */
export function Status({ children, isUrgent = false }: StatusProps) {
  return (
    <div class="status" role={isUrgent ? 'alert' : 'status'} aria-atomic="true">
      {children}
    </div>
  );
}
