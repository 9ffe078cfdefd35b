import { expect, test } from 'vitest';
import { hasBalancedMarks } from '../../../src/newsletter/checks/balanced-marks';

test.each([
  ['English', 'They call it “one ‘single’ tariff”, don’t they?'],
  ['English, straight', 'They call it "one tariff", and it\'s "new".'],
  ['German', 'Er nennt es „einen ‚neuen‘ Tarif“.'],
  ['German, guillemets', 'Er nennt es »einen ›neuen‹ Tarif«.'],
  ['Polish and Romanian', 'Mówi „jedna «nowa» taryfa”.'],
  ['French', 'Il dit « un “seul” tarif ».'],
  ['Russian', 'Он говорит «один „новый“ тариф».'],
  ['Swedish', 'Han säger ”en taxa” och ”snart”.'],
  ['Swedish, guillemets', 'Han säger »en taxa» nu.'],
  ['Chinese', '《里海〈新〉报》与“一带‘一路’”'],
  ['Chinese, Taiwan, and Japanese', '「三港『統一』運價」'],
  ['Hebrew abbreviations', 'דובר צה"ל אמר "כן"'],
  ['an inch, a year, a glottal stop', 'A 6" pipe of the ‘90s in Ma‘arif.'],
  ['inches in a quotation', 'He said "a 5" pipe".'],
  ['a year before a mark', 'From "in 1990" to "now".'],
  ['elisions', '‘Tis the season of rock ‘n’ roll.'],
  ['a speech over paragraphs', '“One.\n\n“Two.\n\n“Three.”'],
  ['a straight speech over paragraphs', '"One.\n\n"Two.\n\n"Three."'],
  ['a speech over quoted paragraphs', '> “One.\n>\n> “Two.”'],
  ['an address with marks', '[here](https://a.example/“x) and <https://a.example/"y>'],
])('marks of %s match', (_, text) => {
  expect(hasBalancedMarks(text)).toBe(true);
});

test.each([
  ['English', 'They call it “one tariff.'],
  ['English, one that closes none', 'one tariff”, he said.'],
  ['English, crossed', '“They call it ‘one tariff” now'],
  ['straight ones', 'They call it "one tariff.'],
  ['single ones', 'They call it ‘one tariff.'],
  ['German', 'Er nennt es „einen Tarif.'],
  ['German, guillemets', 'Er nennt es »einen« Tarif«.'],
  ['French', 'Il dit « un tarif.'],
  ['Russian', 'Он говорит один тариф».'],
  ['Swedish', 'Han säger ”en taxa” och ”snart.'],
  ['Chinese', '《里海三港与一带一路'],
  ['Japanese', '「三港『統一」運價』'],
])('marks of %s do not', (_, text) => {
  expect(hasBalancedMarks(text)).toBe(false);
});
