import { describe, expect, it } from 'vitest';
import { listDirectoryParts } from '../../../scripts/build/outlet-list';
import { directoryPartOf, findOutlet, withDirectory } from '../../../src/news/outlets/directory';

const PARTS = listDirectoryParts();

function nameAt(address: string): string | undefined {
  return findOutlet(PARTS.get(directoryPartOf(address) ?? '') ?? {}, address)?.name;
}

describe('the outlet directory', () => {
  it.each([
    ['http://politics.people.com.cn/n1/2024/0424/c1001-1.html', '人民网'],
    ['http://en.people.cn/n3/2024/0424/c90000-1.html', "People's Daily"],
    ['https://paper.people.com.cn/rmrb/html/2024-04/24/nw.htm', '人民日报'],
    ['https://www.bbc.co.uk/news/world-1', 'BBC News'],
    ['https://www.bbc.com/russian/articles/c1', 'Русская служба Би-би-си'],
    ['https://www.bbc.com/zhongwen/simp/world-1', 'BBC News 中文'],
    ['https://www.pravda.com.ua/news/2024/1/1/1/', 'Українська правда'],
    ['https://www.pravda.com.ua/rus/news/2024/1/1/1/', 'Украинская правда'],
    ['https://rus.azattyq.org/a/1.html', 'Радио Азаттык'],
    ['https://www.wsj.com/articles/1', 'The Wall Street Journal'],
    ['https://cn.wsj.com/articles/1', '华尔街日报中文网'],
  ])('knows %s as %s', (address, name) => {
    expect(nameAt(address)).toBe(name);
  });

  it.each([
    'https://notreuters.com/story',
    'https://example.gov.cn/story',
    'https://someone.substack.com/p/story',
    'https://constructor.example/__proto__',
    'about:blank',
  ])('does not know %s', (address) => {
    expect(nameAt(address)).toBeUndefined();
  });

  it('has a part for each of its outlets, in which a page of it finds the outlet', () => {
    const places = [...PARTS.values()].flatMap((part) => Object.entries(part));
    expect(places.length).toBeGreaterThan(900);
    for (const [place, [name]] of places) expect(nameAt(`https://www.${place}`)).toBe(name);
  });

  it('names languages that Intl knows', () => {
    const languages = new Set(
      [...PARTS.values()].flatMap((part) => Object.values(part).map(([, language]) => language)),
    );
    for (const language of languages)
      expect(
        new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language),
      ).toBeDefined();
  });
});

describe('a page of a known outlet', () => {
  const none = { headline: [], published: [], byline: [], dek: [], address: [] };
  const fields = {
    ...none,
    outlet: [{ value: 'Dow Jones & Company', source: 'json-ld publisher' }],
    sourceCredit: ['WSJ', 'Reuters'].map((value) => ({ value, source: 'dateline' })),
    language: [],
  };
  const known = withDirectory(fields, PARTS.get('w') ?? {}, 'https://www.wsj.com/articles/1');

  it('has its name, and keeps what the page says', () => {
    expect(known.outlet).toEqual([
      { value: 'The Wall Street Journal', source: 'directory' },
      ...fields.outlet,
    ]);
  });

  it('has no source credit if the page names the outlet itself', () => {
    expect(known.sourceCredit).toEqual([{ value: 'Reuters', source: 'dateline' }]);
  });

  it('has its language if the page declares none', () => {
    expect(known.language).toEqual([{ value: 'en', source: 'directory' }]);
  });
});
