/** The characters with which most surnames begin: of Chinese in both scripts, of Japanese, of Korean. */
const BEGINNINGS = new Set(
  `王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧
  蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万段雷钱錢汤湯尹黎易
  常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂
  谷祁时舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳裴席卫衛查屈鲍鮑覃霍翁隋甘景单單包司柏宁寧柯阮桂闵巫简簡佐鈴渡伊山中小
  吉加木清斎斉藤斎森池橋前岡後長村近坂遠青福西太三井松岩原大野上北菊平内河南김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노`,
);

export function beginsWithSurname(name: string): boolean {
  return BEGINNINGS.has(name.charAt(0));
}
