import type { ArticleEvidence } from '../evidence/evidence';
import { LETTER } from '../text/unicode-letters';
import { textOfNames } from './person-names';
import { linesNear, withoutDates } from './visible-byline';

/** Agencies whose name alone is a byline. A place may follow. */
const AGENCY =
  /^(?:(?:the )?associated press|press association|pa media|canadian press|agence france-presse|europa press|deutsche presse-agentur|anadolu (?:agency|ajansı)|afp|ap|dpa|apa|sda|ats|ansa|efe|tass|upi|pti|ani|ians|aap|jiji|kyodo|ritzau|ntb|tt|belga|lusa|reuters|xinhua|interfax|新华社|中新社)(?=$|[,/ ].{0,20}$)/iu;
/** The outlet's own staff. */
const TEAM =
  /\b(?:staff|teams?|desk|redak|reda[cz]|editor|newsroom|correspondent|reporter|admin|writer|contributor|guest|us|our|your|author)|редакц/iu;
const ORGANISATION = new RegExp(
  `^(?:(?:[A-ZÀ-Þ]|(?:of|for|and|the|de|del|für|und)(?![a-z]))(?:${LETTER}|[&'’.-])*\\s?){1,7}$`,
  'u',
);
const LONGEST_LINE = 100;

/** Agencies and institutes in the page's bylines: after a label, or an agency's name alone. */
export function organisationsInBylines(evidence: ArticleEvidence): string[] {
  return linesNear(evidence)
    .filter(({ text }) => text.length <= LONGEST_LINE)
    .flatMap((line) => {
      const text = textOfNames(withoutDates(line.text, evidence)).trim();
      const agency = AGENCY.exec(text)?.[0];
      if (agency !== undefined) return [agency];
      const isLabelled = /^(?:by|von|par|por|af|av|di)\s/iu.test(line.text);
      return isLabelled && ORGANISATION.test(text) && !TEAM.test(text) ? [text] : [];
    });
}
