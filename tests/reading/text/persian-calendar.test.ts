import { expect, it } from 'vitest';
import { fromPersian } from '../../../src/reading/text/persian-calendar';

it('a Persian day is the one that Intl has for it', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' }); // prettier-ignore
  for (let at = Date.UTC(1990, 0, 1); at < Date.UTC(2060, 0, 1); at += 86_400_000) {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const [year, month, day] = fromPersian(
      parts.get('year') ?? 0,
      parts.get('month') ?? 0,
      parts.get('day') ?? 0,
    );
    if (Date.UTC(year, month - 1, day) !== at) expect([year, month, day]).toBe(new Date(at).toISOString());
  }
});
