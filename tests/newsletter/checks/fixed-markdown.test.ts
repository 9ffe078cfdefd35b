import { expect, test } from 'vitest';
import { findForeignAddresses, type ForeignAddress } from '../../../src/newsletter/checks/foreign-addresses';
import { fixAddress, fixCharacters } from '../../../src/newsletter/checks/fixed-markdown';

const TRACKED = 'https://a.example/x?utm_source=y';

function foreignAddressIn(markdown: string): ForeignAddress {
  const [found] = findForeignAddresses(markdown);
  if (found === undefined) throw new Error(`There is no foreign address in ${markdown}`);
  return found;
}

test.each([
  [`so [they *say*](${TRACKED}), 1\\. and`, 'so [they *say*](<https://a.example/x>), 1\\. and'],
  [`[they](${TRACKED} "their (page)") say`, '[they](<https://a.example/x> "their (page)") say'],
  [`[a](${TRACKED}) [b](<${TRACKED}>)`, '[a](<https://a.example/x>) [b](<https://a.example/x>)'],
  [`${TRACKED}。里海`, '<https://a.example/x>。里海'],
  [`see <${TRACKED}>.`, 'see <https://a.example/x>.'],
  [`> - [they][1]\n\n[1]: ${TRACKED} "t"`, '> - [they][1]\n\n[1]: <https://a.example/x> "t"'],
  [
    'First.\n\n[x](https://www.google.com/url?q=https%3A%2F%2Fb.example%2Fa_\\(b\\)&sa=D)',
    'First.\n\n[x](<https://b.example/a_(b)>)',
  ],
  ['[![a](https://b.example/p.png)](https://bank.example)', '[a](https://bank.example)'],
  ['Look: ![a *chart*](https://b.example/p.png "t") here', 'Look: a *chart* here'],
  ['![a chart][c]\n\n[c]: https://b.example/p.png', 'a chart\n\n[c]: https://b.example/p.png'],
  ['so [https://bank.example/in](https://evil.example/) it is', 'so https://bank.example/in it is'],
  ['[Write](mailto:a@b.example?subject=x&bcc=c@d.example) to us', '[Write](<mailto:a@b.example>) to us'],
  ['[**bank.example**](https://evil.example/)', '**bank.example**'],
])('what was found in %j is fixed, and nothing else is rewritten', (markdown, fixed) => {
  const found = foreignAddressIn(markdown);
  const text = fixAddress(markdown, found);
  expect(text).toBe(fixed);
  expect(findForeignAddresses(text).map(({ check }) => check)).not.toContain(found.check);
});

test.each(['[they](https://t.co/abc)', 'https://t.co/abc'])(
  'a link that names its page only to the service stays as it is: %s',
  (markdown) => {
    expect(fixAddress(markdown, foreignAddressIn(markdown))).toBeUndefined();
  },
);

test('invisible characters are removed, and what turns the text around is closed in its paragraph', () => {
  expect(fixCharacters('one\u2062 *אחד*\u202E so\n\nnext')).toBe('one *אחד*\u202E so\u202C\n\nnext');
});
