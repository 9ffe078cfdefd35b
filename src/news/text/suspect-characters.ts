/** Characters that are removed where they have no function, and separators of lines. Most texts have none of them. */
const SUSPECT =
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB\u2028\u2029\u2800\x01-\x08\x0E-\x1F\x7F-\x9F]/u;

/** Whether `withoutOddCharacters`, which is large, has anything to examine in a text. */
export function mayHaveOddCharacters(text: string): boolean {
  return SUSPECT.test(text);
}
