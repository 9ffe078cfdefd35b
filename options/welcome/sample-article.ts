import { dayOf } from '../../src/news/text/day';
import { readFields } from '../../src/reading/page';
import { readSelectedPassages } from '../../src/reading/quotes/quote-passages';
import type { Translate } from '../../src/ui/translation-context';

/** An address that leads nowhere: `.example` is reserved for documentation (RFC 2606). */
const ADDRESS = 'https://www.harbour-courier.example/morning-ferry';

export interface SampleArticle {
  outlet: string;
  headline: string;
  dek: string;
  byline: string;
  /** `2026-02-20` */
  day: string;
  paragraphs: string[];
}

/** The sample article in the language of the interface, published on the day of `now`. */
export function sampleIn(translate: Translate, now: Date): SampleArticle {
  return {
    outlet: translate('welcomeSampleOutlet'),
    headline: translate('welcomeSampleHeadline'),
    dek: translate('welcomeSampleDek'),
    byline: translate('welcomeSampleByline'),
    day: dayOf(now),
    paragraphs: [translate('welcomeSampleFirst'), translate('welcomeSampleSecond')],
  };
}

/** Adds to the document what websites tell of an article, so that it is read as theirs are. */
export function describeSample({ outlet, headline, dek, byline, day }: SampleArticle): void {
  const facts = {
    'og:type': 'article',
    'og:site_name': outlet,
    'og:title': headline,
    'og:description': dek,
    'article:author': byline,
    'article:published_time': day,
  };
  for (const [property, content] of Object.entries(facts)) {
    const meta = document.createElement('meta');
    meta.setAttribute('property', property);
    meta.content = content;
    document.head.append(meta);
  }
}

/** The sample article as the injected reader would read it from a website, with the passages that are selected. */
export function readSample(): unknown {
  return {
    location: ADDRESS,
    ...readFields(document, ADDRESS),
    mayHavePassages: false, // in a page that can be injected into
    passages: readSelectedPassages(document),
  };
}
