import { describe, expect, test } from 'vitest';
import { isTrackingLink, withoutTracking } from '../../../src/newsletter/checks/tracking-link';

describe('a tracking address', () => {
  test.each([
    ['https://daily.example/a?id=3&utm_source=x&utm_medium=y#part', 'https://daily.example/a?id=3#part'],
    [
      'https://www.google.com/url?sa=t&url=https%3A%2F%2Fdaily.example%2Fa%3Futm_source%3Dx&usg=1',
      'https://daily.example/a',
    ],
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fdaily.example%2Fa%3Ffbclid%3D1',
      'https://daily.example/a',
    ],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdaily.example%2Fa&data=05',
      'https://daily.example/a',
    ],
    ['https://daily.example/amp/a?fbclid=1', 'https://daily.example/amp/a'],
  ])('%s is reported, and leads to %s', (address, article) => {
    expect(isTrackingLink(address)).toBe(true);
    expect(withoutTracking(address)).toBe(article);
  });

  test.each([
    'https://t.co/AbC12',
    'https://bit.ly/3abc',
    'https://news.google.com/rss/articles/CBMiabc?oc=5',
    'https://substack.com/redirect/12-34?j=eyJ1',
    'https://click.mail.daily.example/?qs=1234',
    'https://daily.us1.list-manage.com/track/click?u=1&id=2',
    'https://u1.ct.sendgrid.net/ls/click?upn=1',
    'https://link.mail.beehiiv.com/ss/c/u001.abc/h1',
  ])('%s is reported, though its destination is not known', (address) => {
    expect(isTrackingLink(address)).toBe(true);
    expect(withoutTracking(address)).toBeUndefined();
  });
});

test.each([
  'https://daily.example/a?id=3&page=2',
  'https://daily.example/search?q=https%3A%2F%2Fa.example',
  'https://daily.example/a#:~:text=one',
  'https://week.substack.com/p/redirect',
  'https://daily.example/track/clicks-and-mortar',
  'https://clickhouse.example/a',
  'https://web.archive.org/web/20230220/https://daily.example/a?utm_source=x',
  'mailto:desk@daily.example',
  'no address',
])('%s does not track', (address) => {
  expect(isTrackingLink(address)).toBe(false);
});
