import { namesInByline } from '../../../src/reading/fields/byline';
import { namesInChineseByline } from '../../../src/reading/fields/chinese-byline';
import { trimHeadline } from '../../../src/reading/fields/headline-trim';
import { isHostName, isLegalName, tidyOutletName } from '../../../src/reading/fields/outlet-name';
import { isUnlabelledName, namesOfPeople, textOfNames } from '../../../src/reading/fields/person-names';
import { additionsToTitle } from '../../../src/reading/fields/title-additions';
import { readDateline } from '../../../src/reading/fields/visible-date';
import { isSameWording, startsWithText } from '../../../src/reading/evidence/headline-comparison';
import { parseJsonLd } from '../../../src/reading/evidence/json-ld';
import { writtenDates } from '../../../src/reading/evidence/written-date';
import { pictureAddress } from '../../../src/reading/pictures/picture-address';
import { decodeReferences } from '../../../src/reading/text/character-references';
import { sharesNoWord } from '../../../src/reading/text/shared-words';
import { parseDateText } from '../../../src/reading/text/date-text';
import { chineseScript, scriptOfText } from '../../../src/reading/text/script-of-text';
import { languageOfText } from '../../../src/reading/text/text-language';
import { wayOf, type Way } from './way';

const READING = { languages: ['en', 'zh'], isMonthFirst: true };
const OUTLETS = new Set(['harbourcourier']);

/** The rules by which the reader judges a page's texts. They need no document. */
export const PAGE_RULES: readonly Way[] = [
  wayOf('names in a byline', (text) => [namesInByline(text), namesInChineseByline(text)]),
  wayOf('names of people', (text) => [namesOfPeople(text), textOfNames(text), isUnlabelledName(text)]),
  wayOf('headline of a page', (text) => [trimHeadline(text, OUTLETS), additionsToTitle(`${text} a`, text)]),
  wayOf('outlet of a page', (text) => [tidyOutletName(text), isLegalName(text), isHostName(text)]),
  wayOf('dateline', (text) => readDateline(text, writtenDates(text, READING))),
  wayOf('date', parseDateText),
  wayOf('compare headlines', (text) => [isSameWording(text, `${text}a`), startsWithText(text, text)]),
  wayOf('structured data', (text) => [
    parseJsonLd(text),
    parseJsonLd(`{"headline": ${JSON.stringify(text)},}`),
    parseJsonLd(`{"headline": "${text}",}`),
  ]),
  wayOf('address of a picture', (text) => pictureAddress(text, 'https://source.example/')),
  wayOf('character references', decodeReferences),
  wayOf('shared words', (text) => sharesNoWord(text, 'A headline')),
  wayOf('script and language', (text) => [scriptOfText(text), chineseScript(text), languageOfText(text)]),
];
