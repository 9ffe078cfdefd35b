/** Promotional labels that newsrooms put before a headline. */
const LABEL =
  /^(?:[[(【](?:exclusive|独家|獨家|эксклюзив)[\])】]|(?:exclusive|独家|獨家|эксклюзив)\s*(?:[:：|｜]|[-–—]\s))\s*(?=.{8})/iu;

/** The headline without a label before it: `Exclusive: …`, `独家｜…`, `【独家】…`. */
export function withoutLabel(headline: string): string {
  return headline.replace(LABEL, '');
}
