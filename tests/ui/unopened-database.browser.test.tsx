import { render } from 'preact';
import { expect, it, onTestFinished } from 'vitest';
import { UnopenedDatabase } from '../../src/ui/unopened-database';

const NEW_DATABASE = 'lostNewDatabase';

function show(props: Partial<Parameters<typeof UnopenedDatabase>[0]>): HTMLElement {
  const page = document.createElement('main');
  document.body.append(page);
  onTestFinished(() => {
    render(null, page);
    page.remove();
  });
  render(
    <UnopenedDatabase
      findCopy={() => Promise.resolve(() => Promise.resolve(new Blob(['copy'])))}
      nameBackup={() => 'backup'}
      onRenew={() => Promise.resolve(true)}
      {...props}
    />,
    page,
  );
  return page;
}

const buttonsIn = (page: HTMLElement) =>
  [...page.querySelectorAll('button')].map(({ textContent }) => textContent.trim());

it('offers only the file if the browser cannot delete the broken database either', async () => {
  const page = show({ onRenew: () => Promise.resolve(false) });
  await expect.poll(() => buttonsIn(page)).toContain(NEW_DATABASE);
  page.querySelector('button')?.click();
  await expect.poll(() => buttonsIn(page)).toStrictEqual(['lostSaveFile']);
  expect(page.textContent).toContain('lostStuck');
});

it.each([
  ['there is no copy', () => Promise.resolve(undefined)],
  ['no place of the copy answers', () => Promise.reject(new DOMException('torn', 'UnknownError'))],
])('offers an empty database if %s', async (_, findCopy) => {
  const renewed: boolean[] = [];
  const onRenew = (hasCopy: boolean) => {
    renewed.push(hasCopy);
    return Promise.resolve(true);
  };
  const page = show({ findCopy, onRenew });
  await expect.poll(() => buttonsIn(page)).toStrictEqual(['lostEmptyDatabase']);
  expect(page.textContent).toContain('lostUnopenedAlone');
  page.querySelector('button')?.click();
  expect(renewed).toStrictEqual([false]);
});

it('offers a new database before the copy is read, and says if it cannot be read', async () => {
  const { promise, reject } = Promise.withResolvers<Blob>();
  const page = show({ findCopy: () => Promise.resolve(() => promise) });
  await expect.poll(() => buttonsIn(page)).toStrictEqual([NEW_DATABASE, 'lostSaveFile']);
  [...page.querySelectorAll('button')].at(-1)?.click();
  reject(new DOMException('The file cannot be read', 'NotReadableError'));
  await expect.poll(() => page.textContent).toContain('lostNotRead');
});
