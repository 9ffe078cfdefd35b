import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { PrintChip } from '../../popup/late/print-chip';
import type { Candidate } from '../../src/news/candidate';
import { EMPTY_FORM } from '../../popup/clip-form';
import { DEFAULT_PREFERENCES } from '../../src/news/preferences';
import { Translation } from '../../src/ui/translation-context';
import { translate } from '../desk/english';

afterEach(() => render(null, document.body));

const UPDATED: Candidate = { value: '2023-02-20T09:30:00+03:00', source: 'updated' };
const EARLIER: Candidate = { value: '2023-02-18', source: 'json-ld' };

function noteBeside(publishedOn: string, days: Candidate[], kind: 'date' | 'language' = 'date') {
  const content = { ...EMPTY_FORM.content, publishedOn, language: 'zh-Hans' };
  render(
    <Translation value={translate}>
      <PrintChip
        kind={kind}
        content={content}
        style={DEFAULT_PREFERENCES.houseStyle}
        days={days}
        onShow={() => undefined}
      />
    </Translation>,
    document.body,
  );
  return document.querySelector('.update-note')?.textContent;
}

it('says beside a day that the page gives it only as that of an update', () => {
  expect(noteBeside('2023-02-20', [UPDATED])).toBe('updated');
  expect(noteBeside('2023-02-20', [EARLIER, UPDATED])).toBe('updated');
});

it.each([
  ['the day of the publication', '2023-02-18', [EARLIER, UPDATED]],
  [
    'a day that is also that of the publication',
    '2023-02-20',
    [{ ...EARLIER, value: '2023-02-20' }, UPDATED],
  ],
  ['a day that was typed', '2023-02-21', [UPDATED]],
  ['a page that gives no day', '2023-02-20', []],
])('says nothing beside %s', (_, day, days) => {
  expect(noteBeside(day, days)).toBeUndefined();
});

it('says nothing beside the language', () => {
  expect(noteBeside('2023-02-20', [UPDATED], 'language')).toBeUndefined();
});
