import { Icon, type IconName } from './icon';

interface LinkButtonProps {
  /** Its name, which is not seen. */
  children: string;
  icon: IconName;
  href: string;
}

/** A link to a page of others, in a tab of its own, that stands among buttons. */
export function LinkButton({ children, icon, href }: LinkButtonProps) {
  return (
    <a
      class="button button-quiet button-icon-only"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={children}
      title={children}
    >
      <Icon name={icon} />
    </a>
  );
}
