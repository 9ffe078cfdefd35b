import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/reading/page';
import { pageOf } from '../parse-page';

function languageOf(text: string, lang?: string): string | undefined {
  const page = pageOf({ body: `<p>${text}</p>`, ...(lang !== undefined && { lang }) });
  return readFields(page, 'https://courier.example/story').fields.language[0]?.value;
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['en', 'The talks in the harbour went on for two days, and it was not clear what they had agreed on.'],
  ['de', 'Die Gespräche im Hafen dauerten zwei Tage, und es ist nicht klar, worauf sie sich geeinigt haben.'],
  ['fr', 'Les discussions dans le port ont duré deux jours, et on ne sait pas sur quoi elles ont abouti.'],
  ['es', 'Las conversaciones en el puerto duraron dos días y no se sabe con claridad qué se ha acordado.'],
  [
    'pt',
    'As conversas no porto duraram dois dias e não se sabe ao certo o que foi acordado entre as partes.',
  ],
  ['ru', 'Переговоры в порту шли два дня, и пока не известно, о чём договорились стороны после них.'],
  ['uk', 'Переговори в порту тривали два дні, і поки що не відомо, про що домовилися сторони після них.'],
  [
    'kk',
    'Келіссөздер портта екі күн болып өтті, бұл туралы және оның нәтижесі үшін әлі де белгісіз, деп хабарлады ол.',
  ],
  [
    'fa',
    'گفتگوها در بندر دو روز ادامه داشت و هنوز معلوم نیست که طرفین به چه توافقی رسیده‌اند و این خبر را تایید کردند.',
  ],
  ['ar', 'استمرت المحادثات في الميناء يومين ولا يعرف حتى الآن ما الذي اتفق عليه الطرفان بعد ذلك من أجل هذا.'],
  ['zh-Hans', '港口的谈判进行了两天，目前还不清楚双方对什么问题达成了一致。'],
  ['zh-Hant', '港口的談判進行了兩天，目前還不清楚雙方對什麼問題達成了一致。'],
  ['ja', '港での協議は二日間続き、何が合意されたのかはまだ明らかになっていない。'],
  ['ko', '항구에서의 회담은 이틀 동안 계속되었으며 무엇이 합의되었는지는 아직 알려지지 않았다.'],
];

describe('the language', () => {
  it.each(TEXTS)('%s is recognized from the text', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is that of the text if the template declares another', () => {
    expect(languageOf(TEXTS[3]?.[1] ?? '', 'en-US')).toBe('es');
  });

  it('has the region that the page declares for it', () => {
    expect(languageOf(TEXTS[0]?.[1] ?? '', 'en-GB')).toBe('en-GB');
  });

  it('of Chinese text says how it is written, whatever region is declared', () => {
    expect(languageOf(TEXTS[10]?.[1] ?? '', 'zh-TW')).toBe('zh-Hans');
  });

  it('is the declared one if the text is too short', () => {
    expect(languageOf('Liveblog', 'da')).toBe('da');
  });

  it.each(['english', '{{lang}}', 'x'])('is not taken from %j, which is not a language tag', (lang) => {
    expect(languageOf('12', lang)).toBeUndefined();
  });
});
