import { expect } from 'vitest';

/** The field values that the popup should show for our sample articles, by label. */
export const SAMPLE_FIELDS = {
  daily: {
    Headline: 'Caspian ports agree a single freight tariff',
    Dek: 'Five harbours will charge one price for a container from January. The price for an empty one is still being argued about.',
    Outlet: 'The Harbour Courier',
    Date: '2026-11-18',
    Byline: 'Imogen Thorley, Samir Dost',
    Language: 'en-GB',
    Address: 'https://www.harbour-courier.example/world/caspian-ports-single-tariff',
  },
  wire: {
    Headline: 'Port Anzar halts loading for third day as sea level falls',
    Outlet: 'Meridian Wire',
    Date: '2026-11-18',
    Byline: 'Daniel Okafor',
    Language: 'en',
    Address: 'https://meridianwire.example/article/port-anzar-loading-2026-11-18',
  },
  chinese: {
    Headline: '里海五港统一运价 中欧货运“中间走廊”迎来新节点',
    Dek: '里海沿岸五座主要港口就重箱运价达成一致,自明年1月1日起执行。',
    Outlet: '江海日报',
    Date: '2026-11-18',
    Byline: '沈若川',
    Language: expect.stringMatching(/^zh/u) as string,
    Address: 'http://www.jianghai-ribao.example/n1/2026/1118/c2031-4188.html',
  },
  russian: {
    Headline: 'Порты Каспия договорились о едином тарифе',
    Dek: 'Соглашение не касается порожних контейнеров и зимней надбавки. Астраханские перевозчики считают, что их забыли.',
    Outlet: 'Нижневолжский листок',
    Date: '2026-11-18',
    Byline: 'Вера Стрельцова',
    Language: 'ru',
    Address: 'https://www.nizhnevolzhsky-listok.example/ekonomika/kaspiy-edinyy-tarif',
  },
  letter: {
    Headline: 'A tariff is not a timetable',
    Dek: 'What the five harbours signed, and what a box needs in order to arrive',
    Outlet: 'The Long Siding',
    Date: '2026-11-20',
    Byline: 'Nora Whitcombe',
    Language: 'en',
    Address: 'https://thelongsiding.letters.example/p/a-tariff-is-not-a-timetable',
  },
  ministry: {
    Headline: "Spokesperson Daria Velan's Regular Press Conference on November 19, 2026",
    Outlet: expect.stringContaining('Ministry of Foreign Affairs') as string,
    Date: '2026-11-19',
    Language: 'en',
    Address: 'http://mfa.mervia.example/press/briefing-2026-11-19.html',
  },
};
