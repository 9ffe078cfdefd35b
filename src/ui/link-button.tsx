import { Icon, type IconName } from './icon';

interface LinkButtonProps {
  /** Its accessible name, which is not visible. */
  children: string;
  icon: IconName;
  href: string;
}

/** A link to an external page, opened in a new tab, with the appearance of a button. */
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
