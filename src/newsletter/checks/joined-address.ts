/** A dot between spaces within a sentence. */
const SPACED_DOT = /(?<=[a-z\d])\s+\.\s+(?=(?:com|org|net|edu|gov|info)\b)/giu;
/** One in a text that is nothing but an address. `ASP .NET` is a name, and a capital begins a sentence. */
const LONE_DOT = /(?<!\s)\s+\.\s*(?!NET\b|\p{Lu}\p{Ll})|\.\s+(?=(?:com|org|net)(?:\/|$))/gu;

/** The words of a link in compatible forms (NFKC), with an address in them as readers read it: without spaces around its dots. */
export function joinAddress(text: string): string {
  const words = text
    .normalize('NFKC')
    .replace(/(?<=:\/\/)\s+/gu, '')
    .replace(SPACED_DOT, '.');
  const address = words.trim().replace(LONE_DOT, '.');
  return /\s/u.test(address) ? words : address;
}
