import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { capturedPageSchema, type FieldCandidates } from '../../../src/news/captured-page';
import { readFields } from '../../../src/reading/page';
import ampArticle from '../../pages/amp-article.html?raw';
import ministryTranscript from '../../pages/ministry-transcript.html?raw';
import pressConference from '../../pages/press-conference.html?raw';
import printView from '../../pages/print-view.html?raw';
import substackPost from '../../pages/substack-post.html?raw';
import telegramChannel from '../../pages/telegram-channel.html?raw';
import thinkTankReport from '../../pages/think-tank-report.html?raw';
import waybackPage from '../../pages/wayback-page.html?raw';
import wechatArticle from '../../pages/wechat-article.html?raw';
import xPost from '../../pages/x-post.html?raw';
import youtubeVideo from '../../pages/youtube-video.html?raw';
import { parsePage } from '../parse-page';

type Fields = Partial<Record<keyof FieldCandidates, string | undefined>>;

/** The best candidate of each field, as the extension takes it. */
function read(markup: string, location: string): Fields {
  const captured = { location, ...readFields(parsePage(markup), location) };
  const { fields } = v.parse(capturedPageSchema, captured);
  return Object.fromEntries(Object.entries(fields).map(([field, [best]]) => [field, best?.value]));
}

describe('a page of a special kind:', () => {
  it.each<[string, string, string, Fields]>([
    [
      'a post on X, the one that the address names',
      xPost,
      'https://x.com/adastone/status/1627600000000000002',
      {
        headline: 'The harbour talks resume on Monday.',
        outlet: 'X',
        byline: 'Ada Stone',
        published: '2023-02-20T09:30:00Z',
        address: 'https://x.com/adastone/status/1627600000000000002',
      },
    ],
    [
      'a message of a channel on Telegram',
      telegramChannel,
      'https://t.me/s/listok/123',
      {
        headline:
          'Переговоры о гавани возобновятся в понедельник. Об этом сообщили в порту, и это всё, что пока известно о них.',
        outlet: 'Нижневолжский листок',
        published: '2023-02-20T06:30:00+00:00',
        language: 'ru',
        address: 'https://t.me/s/listok/123',
      },
    ],
    [
      'an article on WeChat',
      wechatArticle,
      'https://mp.weixin.qq.com/s/AbCdEf',
      {
        headline: '港口会谈将于周一恢复',
        outlet: '江海日报',
        byline: '王乐文',
        published: '2023-02-20',
        dek: '双方自去年秋天以来首次会晤。',
        language: 'zh-Hans',
        address: 'https://mp.weixin.qq.com/s/AbCdEf',
      },
    ],
    [
      'a video on YouTube, whose metadata may be those of the one before',
      youtubeVideo,
      'https://www.youtube.com/watch?v=abc123',
      {
        headline: 'Inside the harbour talks',
        outlet: 'Harbour Courier',
        published: '2023-02-20T09:30:00-08:00',
        address: 'https://www.youtube.com/watch?v=abc123',
      },
    ],
    [
      'a transcript, with speaker, place and day',
      ministryTranscript,
      'https://mfa.mervia.example/remarks/harbour-talks',
      {
        headline: 'Remarks on the Harbour Talks',
        outlet: 'Ministry of Foreign Affairs of Mervia',
        byline: 'Ada Stone',
        published: '2023-02-20',
        dek: undefined,
        language: 'en',
      },
    ],
    [
      'a press conference, whose day is in the headline',
      pressConference,
      'https://mfa.mervia.example/press/1',
      {
        headline: "Spokesperson's Regular Press Conference on February 20, 2023",
        published: '2023-02-20',
        byline: undefined,
      },
    ],
    [
      'the page of a report',
      thinkTankReport,
      'https://sea.example/reports/depth-of-harbours?utm_source=x',
      {
        headline: 'The Depth of Harbours',
        outlet: 'Centre for Sea Studies',
        byline: 'Ada Stone, Li Wei',
        published: '2023-02-20',
        dek: 'What the talks mean for the ports of the north.',
        address: 'https://sea.example/reports/depth-of-harbours',
      },
    ],
    [
      'a Substack on its own domain',
      substackPost,
      'https://www.longsiding.example/p/the-talks?r=abc&utm_medium=ios',
      {
        headline: 'The talks nobody watched',
        outlet: 'The Long Siding',
        byline: 'Ada Stone',
        published: '2023-02-20T09:30:00+00:00',
        dek: 'Notes from the harbour',
        address: 'https://www.longsiding.example/p/the-talks',
      },
    ],
    [
      'an AMP page',
      ampArticle,
      'https://courier.example/world/harbour-talks/amp',
      {
        headline: 'Harbour talks resume',
        outlet: 'Morning Courier',
        byline: 'Ada Stone',
        published: '2023-02-20T09:30:00+03:00',
        address: 'https://courier.example/world/harbour-talks',
      },
    ],
    [
      'a print view',
      printView,
      'https://courier.example/world/harbour-talks?print=1',
      {
        headline: 'Harbour talks resume',
        outlet: 'Morning Courier',
        byline: 'Ada Stone',
        published: '2023-02-20',
        address: 'https://courier.example/world/harbour-talks',
      },
    ],
    [
      'a page in the Wayback Machine: the original’s address and day',
      waybackPage,
      'https://web.archive.org/web/20230301000000/https://courier.example/world/harbour-talks',
      {
        headline: 'Harbour talks resume',
        outlet: 'Morning Courier',
        byline: 'Ada Stone',
        published: '2023-02-20T09:30:00+03:00',
        address: 'https://courier.example/world/harbour-talks',
      },
    ],
  ])('%s', (_, markup, location, expected) => {
    expect(read(markup, location)).toMatchObject(expected);
  });
});

it('the beginning of a long post is its headline', () => {
  const text = `The talks resume on Monday in the old harbour of the north. ${'And so on. '.repeat(40)}`;
  const { headline } = read(
    xPost.replace('The harbour talks resume on Monday.</span>', `${text}</span>`),
    'https://x.com/adastone/status/1627600000000000002',
  );
  expect(headline).toBe('The talks resume on Monday in the old harbour of the north.');
});

it('the link to the archive is offered beside the original’s address', () => {
  const location = 'https://web.archive.org/web/20230301000000/https://courier.example/world/harbour-talks';
  const captured = { location, ...readFields(parsePage(waybackPage), location) };
  const { fields } = v.parse(capturedPageSchema, captured);
  expect(fields.address).toContainEqual({ value: location, source: 'archive' });
});
