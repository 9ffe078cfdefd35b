/** Our own articles, one of each kind that an analyst reads, at the addresses where `serveSamples` serves them. */
export const SAMPLE_ARTICLES = {
  daily: 'http://www.harbour-courier.example/world/caspian-ports-single-tariff',
  wire: 'http://meridianwire.example/article/port-anzar-loading-2026-11-18',
  chinese: 'http://www.jianghai-ribao.example/n1/2026/1118/c2031-4188.html',
  russian: 'http://www.nizhnevolzhsky-listok.example/ekonomika/kaspiy-edinyy-tarif',
  letter: 'http://thelongsiding.letters.example/p/a-tariff-is-not-a-timetable',
  ministry: 'http://mfa.mervia.example/press/briefing-2026-11-19.html',
} as const;

/** A page that links to all of them. */
export const NEWS_STAND = 'http://news-stand.example/';
