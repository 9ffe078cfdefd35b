/** A character, of any number of code points, that is not a letter. The quote reader has a copy, because one shared file makes it too large. */
const EMOJI =
  /^(?:[\p{Extended_Pictographic}\p{RI}\p{M}\p{Emoji_Modifier}\u200D]|[\d#*]\uFE0F?\u20E3){1,12}$/u;

/** Whether the alternative text of a picture is an emoji: the picture stands in the text for that character. */
export function isEmoji(alt: string): boolean {
  return EMOJI.test(alt.trim());
}
