import { siteOf } from './address';

/**
 * The sites that publish in several languages, copied from the outlet directory (src/news/outlets), which is not loaded as a whole. A test
 * compares the two.
 */
export const KNOWN_SITES: ReadonlySet<string> = new Set(
  `24.kg aa.com.tr aawsat.com afp.com ahram.org.eg akorda.kz alarabiya.net antaranews.com apa.az
  armenpress.am asahi.com azattyk.org azattyq.org bbc.com cctv.com chinadaily.com.cn chinadigitaltimes.net chinamil.com.cn
  chinanews.com chosun.com cnn.com dailynk.com daryo.uz dw.com elpais.com euronews.com fmprc.gov.cn
  france24.com gazeta.uz hani.co.kr inform.kz iranintl.com irna.ir kremlin.ru kun.uz kyivindependent.com
  mainichi.jp meduza.io mfa.gov.cn mid.ru mod.gov.cn mofcom.gov.cn montsame.mn news.cn nhk.or.jp
  nikkei.com novayagazeta.eu nytimes.com ozodi.org people.cn people.com.cn pravda.com.ua qstheory.cn report.az
  reuters.com rfa.org rfi.fr rt.com scio.gov.cn tempo.co theins.press uzdaily.uz vietnamplus.vn
  vnexpress.net wsj.com xinhuanet.com yna.co.kr yomiuri.co.jp`.split(/\s+/u),
);

/**
 * Whether the outlet of an address publishes in several languages. The analyst's mark decides, that of a subdomain before that of
 * its domain; without a mark, `KNOWN_SITES` decides.
 *
 * @param marked the analyst's marks by site, in the form of `siteOf`
 */
export function hasSeveralLanguages(
  address: string | undefined,
  marked: Readonly<Record<string, boolean>>,
): boolean {
  const site = siteOf(address);
  if (site === undefined) return false;
  const labels = site.split('.');
  const hosts = labels.map((_, at) => labels.slice(at).join('.'));
  const own = hosts.find((host) => Object.hasOwn(marked, host));
  return own === undefined ? hosts.some((host) => KNOWN_SITES.has(host)) : marked[own] === true;
}
