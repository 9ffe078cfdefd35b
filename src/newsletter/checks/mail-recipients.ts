/** Whether a mail that a link opens has further recipients, or anything but a subject and a text (RFC 6068). */
export function hasFurtherRecipients(address: string): boolean {
  if (!address.startsWith('mailto:') || !URL.canParse(address)) return false;
  return [...new URL(address).searchParams.keys()].some((name) => !/^(?:subject|body)$/iu.test(name));
}

/** The address alone. */
export function withoutMailFields(address: string): string {
  return `mailto:${new URL(address).pathname}`;
}
