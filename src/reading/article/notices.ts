/** Short texts that a site puts between the paragraphs of an article: of copyright, cookies, newsletters, comments, commissions. */

/** Letters. */
const LONGEST_NOTICE = 250;
const LONGEST_STATEMENT = 900;

const NOTICE =
  /^(?:citation:|this document is subject to copyright|©|copyright ©|all rights reserved|sources?: news agencies)|\b(?:we use cookies|subscribe (?:now|to our|for)|sign up (?:for|to) (?:our|receive)|already a subscriber|enter your email|by (?:signing up|subscribing)|get the latest .{0,40} delivered|to your inbox|follow (?:us|me|along) on|be the first to comment)\b|\b(?:der|unser) newsletter informiert|\babonnier(?:e|en sie) (?:den|unseren) |\b(?:inscrivez|abonnez)-vous à (?:la |notre )|\bsuscr[íi](?:base|bete) a (?:nuestr|la newsletter)|\biscriviti alla |\binscreva-se n[ao] |подпи(?:сывайтесь|шитесь) на (?:наш|канал|рассылку)/iu;
/** A whole line. */
const LINE =
  /^(?:(?:story|article) continues(?: (?:below|after))?(?: (?:this |the )?ad(?:vertisement)?)?|advertisement|skip past newsletter promotion|after newsletter promotion|empfohlener (?:externer|redaktioneller) inhalt|externe[nr]? inhalte? (?:anzeigen|erlauben|laden)|\S{3,20}-inhalte (?:anzeigen|erlauben|laden)|\d+ kommentare|\d+ comments)$/iu;
/** Longer ones, in words that are used for nothing else. */
const STATEMENTS = [
  /\b(?:earn|receive|get)s? (?:an?|some)? ?(?:\S+ ){0,4}?(?:commissions?|kick ?back)\b.*\b(?:links?|purchas\w+|buy\w*|click\w*)|\b(?:links?|purchas\w+|buy\w*|click\w*)\b.* (?:earn|receive|get)s? (?:an?|some)? ?(?:\S+ ){0,4}?(?:commissions?|kick ?back)\b/iu,
  /^\W*(?:(?:this|our|the) (?:\w+ ){0,2}(?:contains?|uses?|includes?)|may contain) (?:\w+ ){0,2}affiliate\b|affiliate-links\b.* provision\b/iu,
  /^(?:this (?:web)?site uses cookies|diese website verwendet cookies|ce site utilise des cookies|este sitio (?:web )?utiliza cookies)/iu,
  /^(?:comments (?:are|have been) closed|by posting a comment)|\bihre kommentare themenbezogen\b|^die kommentare .*meinung der redaktion|\bcoment[áa]rios com textos\b/iu,
  /^an dieser stelle find\S+ .*externen\b|^ich bin (?:damit )?einverstanden, dass mir\b|^personenbezogene daten können an\b/iu,
];

/** Whether a block is such a text. */
export function isNotice(text: string): boolean {
  if (LINE.test(text)) return true;
  if (text.length <= LONGEST_NOTICE && NOTICE.test(text)) return true;
  return text.length <= LONGEST_STATEMENT && STATEMENTS.some((statement) => statement.test(text));
}
