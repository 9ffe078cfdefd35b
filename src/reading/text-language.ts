import { chineseScript, scriptOfText, type ScriptName } from './script-of-text';

/**
 * The most frequent small words of languages that share a script, those first that the neighbours do not have. Written
 * from public knowledge; enough of them are in any paragraph.
 */
const SMALL_WORDS: Partial<Record<ScriptName, Readonly<Record<string, string>>>> = {
  latin: {
    en: 'the of and to in that is was for with as on his her it are by from this have be at not they which',
    de: 'der die und das ist nicht mit den von zu ein eine auf für sich dem im auch wird sind als bei hat',
    fr: 'le la les et des est une dans pour que qui sur pas du au avec ce sont par plus aux cette nous',
    es: 'el la los las y que en una por con para del se es su lo como más pero al este fue sus',
    pt: 'o os as e que em uma não com para do da dos das por se é ao como mais foi um na no são',
    it: 'il di che e la per un una non con del della è sono alla nel dei le gli più anche da si',
    ca: 'els les i que amb per una és del dels la el no més als aquesta ha són pel seva',
    gl: 'o os as e que en unha non con para do da dos das por é ao como máis foi na no',
    ro: 'și în de la cu pe este care din nu să o al pentru mai sunt fost va după prin',
    nl: 'de het een van en in is dat op te zijn met voor niet aan er ook als om door bij naar',
    af: 'die het en van is nie in wat vir met om te dat op hy sy was aan ook sal deur',
    sv: 'och att det som en på är för av med den till inte har ett om jag de från kan så',
    da: 'og det at en den til er som på de med der af for ikke et har fra var blev også efter',
    no: 'og det som en på er for av med den til ikke har et om jeg de fra var også etter ble',
    is: 'og að í á sem er það var fyrir við til með um ekki hann af en því verið hefur',
    fi: 'ja on ei se että oli hän joka myös mutta ovat kun sen niin jos mukaan ole vuoden',
    et: 'ja on ei et see kui oma ka ta oli ning aga mis nad selle kes või tema',
    hu: 'a az és hogy nem is egy van volt meg ez már csak mint még el azt de ki kell',
    pl: 'i w na z do się nie że jest to o jak po co za od przez dla oraz który są ale był',
    cs: 'a se v na je že s z do to o i jako pro by ale jsou si který podle od byl které',
    sk: 'a sa v na je že s z do to o aj ako pre by ale sú si ktorý podľa od bol ktoré',
    sl: 'in je na se v da za so ki pa z bi s ne tudi kot po bil od ali še o',
    hr: 'i je u na se da su za od s a o koji kako nije bi koje što ali iz do će',
    sq: 'të e në dhe për një me që nga është se i ka më nuk do është janë si kjo',
    lt: 'ir kad į su yra tai iš bet kaip buvo ne jo per už apie dar po prie taip',
    lv: 'un ir ka ar no par uz kas to bet pie nav lai arī tika pēc kā gan',
    tr: 've bir bu için ile de da olarak olan daha gibi çok sonra kadar ise en ne dedi ancak',
    az: 'və bir bu üçün ilə də da olan edib ki bildirib daha isə çox görə onun etmək olub',
    uz: 'va bu bilan uchun ham bir edi deb haqida qilish boʻlgan bo‘lgan uning kerak oʻz esa',
    id: 'yang dan di itu dengan untuk dari pada ini tidak dalam akan juga ke tersebut karena bisa telah kata para saat',
    ms: 'yang dan di itu dengan untuk dari pada ini tidak dalam akan juga ke beliau kerana oleh telah ialah',
    tl: 'ang ng sa na mga at ay ni si hindi para ito kung siya nang may ko niya',
    vi: 'và của là có trong được cho không một các với đã những này người khi đến để về',
    sw: 'ya na wa kwa ni katika la za cha kuwa hiyo huo alisema baada pia hata watu',
    zu: 'ukuthi uma ngoba kanye futhi kodwa kanti noma lo le la ngo yi uthe uthi ukuba kuthiwa abantu khona nge kwa emva lapho nje sekuyi njengoba kakhulu',
    eu: 'eta da du ere ez bat dira izan dute baina egin ditu zen den dela',
    cy: 'y yr a yn i o ar mae ei wedi am yw bod gan ond oedd fod',
    ga: 'an na agus ar a go is i le do bhí tá sé ag leis nach mar',
    mt: 'li ta u il-  fil- ma hija dan kien minn għal kif fuq din mill-',
    ha: 'da na a ya ta ne ce wanda cewa kuma suka domin ba an shi',
    so: 'ee iyo oo ka in ku waa soo ayaa uu la ay ah lagu',
    pap: 'di e cu na un pa ta y su ku den esaki tambe pero nan mester hende',
    ku: 'û ku di de bi li ji jî ew bû yê ya ên xwe dike kir',
    eo: 'la kaj de en estas al ne por kiu pri kun li mi sed oni',
  },
  cyrillic: {
    ru: 'и в не на что с по как это он его из за для то от был к так или также года при',
    uk: 'і в не на що з та як це він його із за для до від був у або також року про й є',
    be: 'і ў не на што з як гэта ён яго за для да ад быў таксама пра гэты але якія',
    bg: 'и в на да за се от е с не са по че ще като има след това към при до',
    sr: 'и је у на да се за су од са не то о који као што ће али из до није',
    mk: 'и во на да се за од е со не ќе што како тоа по до кои ја го беше',
    kk: 'және бұл бір үшін мен деп де да бар осы сол туралы болып керек ол жылы еді',
    ky: 'жана бул бир үчүн менен деп да бар ошол тууралуу болуп керек ал жылы эле экенин',
    tg: 'ва дар аз ба ки бо ин барои аст ҳам буд як он мешавад худ',
    tt: 'һәм бу бер өчен белән дип да булган икән ул дә бар',
    uz: 'ва бу билан учун ҳам бир эди деб ҳақида қилиш бўлган унинг керак ўз эса',
    mn: 'нь бол юм энэ байна гэж тухай ба болон байгаа улсын хийх дээр гэсэн',
  },
  arabic: {
    ar: 'في من على أن إلى التي عن مع هذا كان الذي هذه ما لا أو بعد قد كما بين',
    fa: 'و در به از که این را با است برای آن یک خود تا کرد بر هم می شد',
    ur: 'کے کی میں ہے اور سے کا کو نے پر ہیں کہ یہ بھی نہیں اس ہو گیا تھا',
    ps: 'د په چې او له دی کې ته سره يې دا نه هم وي خو لپاره',
    ku: 'لە بە و کە بۆ ئەو ئەم لەگەڵ هەر دەکات بوو کرد لەسەر',
    ug: 'ۋە بىر بۇ بىلەن ئۈچۈن دەپ ئۇ قىلىش بولغان ھەم',
  },
  devanagari: {
    hi: 'के में की है और से का को ने पर हैं कि यह भी नहीं इस हो एक गया था',
    mr: 'आहे आणि या च्या मध्ये हे होते त्या करण्यात नाही तर असे केली साठी',
    ne: 'छ र को मा ले गरेको पनि हो भएको यो गर्ने छन् लागि थियो',
  },
}; // prettier-ignore

const SMALL_WORD_SETS = new Map<ScriptName, [string, Set<string>][]>();
/** Below this share of small words a text is a list of names, or in a language that is not known here. */
const LEAST_SHARE = 0.08;

function wordSets(script: ScriptName): [string, Set<string>][] {
  let sets = SMALL_WORD_SETS.get(script);
  if (sets === undefined) {
    sets = Object.entries(SMALL_WORDS[script] ?? {}).map(([tag, words]) => [tag, new Set(words.split(' '))]);
    SMALL_WORD_SETS.set(script, sets);
  }
  return sets;
}

/**
 * The language of a text, as a BCP 47 tag: `en`, `zh-Hans`. `undefined` where the text is too short or does not tell.
 * @param declared the language that the page declares, which counts between neighbours
 */
export function languageOfText(text: string, declared?: string): string | undefined {
  const script = scriptOfText(text);
  if (script === undefined) return undefined;
  if (script === 'han') return chineseScript(text);
  if (script === 'kana') return 'ja';
  return SMALL_WORDS[script] === undefined ? script : languageBySmallWords(text, script, declared);
}

function languageBySmallWords(text: string, script: ScriptName, declared?: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}ʻ‘]+/gu) ?? [];
  if (words.length < 12) return undefined;
  const shares = wordSets(script).map(([tag, small]) => ({
    tag,
    share: words.filter((word) => small.has(word)).length / words.length + (tag === declared ? 0.02 : 0),
  }));
  const best = shares.reduce((most, one) => (one.share > most.share ? one : most));
  return best.share < LEAST_SHARE ? undefined : best.tag;
}
