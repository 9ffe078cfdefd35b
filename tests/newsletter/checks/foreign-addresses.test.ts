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
    ['[192.168.1.1](https://evil.example/)', ['misleadingLink https://evil.example/']],
    ['so [they](https://a.example/?utm_source=x)', ['trackingLink https://a.example/?utm_source=x']],
    ['https://t.co/abc', ['trackingLink https://t.co/abc']],
  ])('is reported: %s', (markdown, expected) => {
    expect(findForeignAddresses(markdown).map(({ check, address }) => `${check} ${address}`)).toEqual(
      expected,
    );
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
    '[the U.S.](https://a.example/)',
    '[bank。example](https://bank.example/)',
    '[新闻。中国](https://a.example/)',
    '[(a.example)](https://a.example/)',
    '[a.example/path?](https://a.example/path)',
    '[col·lecció](https://a.example/)',
    '[“Amazon.com said so”](https://a.example/)',
    '[1.2.3](https://a.example/)',
    '`![](https://a.example/)` \\![](x)',
    '![pixel](javascript:alert(1))',
  ])('is not reported: %s', (markdown) => {
    expect(findForeignAddresses(markdown)).toEqual([]);
  });
});
