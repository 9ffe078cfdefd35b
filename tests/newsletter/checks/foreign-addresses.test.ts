import { describe, expect, it } from 'vitest';
import { findForeignAddresses } from '../../../src/newsletter/checks/foreign-addresses';

describe('a part of a text that leads readers elsewhere', () => {
  it.each([
    ['![](https://tracker.example/px.gif)', ['foreignPicture https://tracker.example/px.gif']],
    ['> - a ![a chart][1]\n\n[1]: https://a.example/c.png', ['foreignPicture https://a.example/c.png']],
    ['[![x](https://a.example/c.png)](https://a.example/)', ['foreignPicture https://a.example/c.png']],
    ['[https://bank.example/login](https://evil.example/)', ['misleadingLink https://evil.example/']],
    [
      '[bank.example](https://bank.example.evil.example/)',
      ['misleadingLink https://bank.example.evil.example/'],
    ],
    ['[**www.bank.example**](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[a.example/b](https://a.example/c)', ['misleadingLink https://a.example/c']],
    ['[ann@a.example](mailto:bob@a.example)', ['misleadingLink mailto:bob@a.example']],
    ['[bank.example](mailto:bob@bank.example)', ['misleadingLink mailto:bob@bank.example']],
    ['[ｂａｎｋ．ｅｘａｍｐｌｅ](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank․example](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank。example](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[(bank.example)](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[“bank.example”,](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank.example.](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank\\[.\\]example](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank⸱example](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank۔example](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank.example’s site](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ["[log in at bank.com's site](https://evil.example/)", ['misleadingLink https://evil.example/']],
    ['[see https://Bank.com/login now](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[so says bank.com...](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank·com](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[Bank•Com](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank.com—news](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['See [https://bank](https://evil.example/).com', ['misleadingLink https://evil.example/']],
    ['See [bank](https://evil.example/).com now', ['misleadingLink https://evil.example/']],
    ['See bank[.com](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['[bank](https://evil.example/)**.com**', ['misleadingLink https://evil.example/']],
    ['[192.168.1.1](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ...[
      'cc=b@evil.example',
      'subject=x&BCC=b@evil.example',
      'to=b@evil.example',
      '%62cc=b',
      'attach=/etc/hosts',
    ].map((fields): [string, string[]] => [
      `[Write to us](mailto:ann@a.example?${fields})`,
      [`mailRecipients mailto:ann@a.example?${fields}`],
    ]),
    ['so [they](https://a.example/?utm_source=x)', ['trackingLink https://a.example/?utm_source=x']],
    ['https://t.co/abc', ['trackingLink https://t.co/abc']],
  ])('is reported: %s', (markdown, expected) => {
    expect(findForeignAddresses(markdown).map(({ check, address }) => `${check} ${address}`)).toEqual(
      expected,
    );
  });

  it.each([
    'ftp://bank.com',
    '//bank.com',
    'https:bank.com',
    'https:/bank.com',
    'https ://bank.com',
    '…bank.com',
    'https://2130706433/',
    'https://bank',
    'bank.xn--p1ai',
    'банк.рф',
    '/bank.com',
    'see @bank.com now',
    'log in at Bank.com/login now',
    'log in at Bank.com:443 now',
    'Login.bank.com now',
    'Bank.co.uk is here',
  ])('is reported as the text of a link to another site: %s', (words) => {
    const found = findForeignAddresses(`[${words}](https://evil.example/)`);
    expect(found).toEqual([{ check: 'misleadingLink', address: 'https://evil.example/' }]);
  });

  it.each([
    'No link, no picture',
    '[words of a link](https://a.example/)',
    '[www.a.example](https://a.example/)',
    '[a.example/long-path…](https://www.a.example/long-path/that-goes-on?x=1)',
    '[https://a.example/путь](https://a.example/%D0%BF%D1%83%D1%82%D1%8C)',
    '<https://a.example/x>',
    'www.a.example and https://b.example/?q=1',
    '[ann@a.example](mailto:ann@a.example?subject=x)',
    '[Leave this list](mailto:ann@a.example?subject=leave&body=LEAVE)',
    '[the U.S.](https://a.example/)',
    '[bank。example](https://bank.example/)',
    '[新闻。中国](https://a.example/)',
    '[(a.example)](https://a.example/)',
    '[a.example/path?](https://a.example/path)',
    '[col·lecció](https://a.example/)',
    '[“Amazon.com said so”](https://a.example/)',
    '[1.2.3](https://a.example/)',
    '[it ended.It began at 10:30](https://a.example/)',
    '[Note:see below, and/or http: and https](https://a.example/)',
    '[he writes as @bank](https://a.example/)',
    '[https:bank.com](https://bank.com/)',
    "[Amazon.com's results](https://www.amazon.com/ir)",
    "[Amazon.com's results](https://reuters.com/x)",
    '[Amazon.com: results](https://reuters.com/x)',
    '[Node.js’s docs](https://nodejs.org/)',
    '[node.js’s docs](https://nodejs.org/)',
    '[bank.com’s site](https://news.bank.com/x)',
    '[a post at blog.bank.com](https://bank.com/x)',
    '[write to ann@bank.com](https://a.example/)',
    '[intel·ligent](https://a.example/)',
    '[bank·com](https://bank.com/)',
    'As bank.com [says](https://a.example/). So it is',
    'bank.com—[says](https://a.example/)',
    '([Reuters](https://a.example/).)It',
    '[he said](https://a.example/).Then he went',
    '[e.g. the U.S. and/or p.m.](https://a.example/)',
    '[bank](https://bank.com/).com',
    '[wait…in the end](https://a.example/)',
    '[bank.com’s editors](mailto:ann@bank.com)',
    '`![](https://a.example/)` \\![](x)',
    '![pixel](javascript:alert(1))',
  ])('is not reported: %s', (markdown) => {
    expect(findForeignAddresses(markdown)).toEqual([]);
  });
});
