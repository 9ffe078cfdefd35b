import { render } from 'preact';
import { expect, it, onTestFinished } from 'vitest';
import { CopyNotices, type Lost } from '../../src/ui/copy-notices';
import { Translation } from '../../src/ui/translation-context';
import { translate } from '../desk/english';

const unreadable = {
  findCopy: () => Promise.resolve(() => Promise.resolve(new Blob())),
  onRenew: () => Promise.resolve(true),
};

function show(lost: Partial<Lost> | undefined): HTMLElement {
  const page = document.createElement('main');
  document.body.append(page);
  onTestFinished(() => {
    render(null, page);
    page.remove();
  });
  const nothing = {
    clips: 0,
    issues: 0,
    drafts: 0,
    editions: 0,
    pictures: 0,
    changed: 0,
    deleted: 0,
    unreadable: 0,
  };
  const found: Lost = {
    ...nothing,
    isUncounted: false,
    isGone: false,
    hasTexts: true,
    readCopy: () => Promise.resolve(new Blob()),
    bringBack: () => Promise.resolve(),
    ...lost,
  };
  const watch: Parameters<typeof CopyNotices>[0]['watch'] = ({ onLost, onUnreadable }) => {
    if (lost === undefined) onUnreadable();
    else onLost(found);
    return () => undefined;
  };
  render(
    <Translation value={translate}>
      <CopyNotices
        watch={watch}
        unreadable={unreadable}
        nameBackup={() => 'backup'}
        sayError={() => 'errorDatabaseUnavailable'}
      />
    </Translation>,
    page,
  );
  return page;
}

const buttonsIn = (page: HTMLElement) =>
  [...page.querySelectorAll('button')].map(({ textContent }) => textContent.trim());

it('shows the progress of restoring what was lost', async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const page = show({
    clips: 50_000,
    bringBack: async ({ onProgress }) => {
      onProgress(0.425);
      await promise;
    },
  });
  await expect.poll(() => buttonsIn(page)).toHaveLength(2);
  page.querySelector('button')?.click();
  await expect.poll(() => page.textContent).toContain('42 %');
  resolve(undefined);
  await expect.poll(() => page.querySelector('.notice-success')).not.toBeNull();
});

it('offers nothing to restore if the copy is lost as well, and stays silent once that has been read', async () => {
  let isRead = false;
  const page = show({
    unreadable: 7,
    isGone: true,
    bringBack: () => {
      isRead = true;
      return Promise.resolve();
    },
  });
  await expect.poll(() => buttonsIn(page)).toHaveLength(1);
  page.querySelector('button')?.click();
  await expect.poll(() => page.querySelector('.notice')).toBeNull();
  expect(isRead).toBe(true);
});

it('names no number of saves if none is plausible', async () => {
  const gone = show({ unreadable: 1, isUncounted: true, isGone: true });
  await expect.poll(() => gone.textContent).toContain('The browser has lost some saves');
  const partly = show({ unreadable: 1, isUncounted: true });
  await expect.poll(() => partly.textContent).toContain('Some saves cannot be brought back');
});

it('offers a new database if the browser cannot read the one that it has opened', async () => {
  const page = show(undefined);
  await expect
    .poll(() => buttonsIn(page))
    .toStrictEqual(['Make a new database from the copy', 'Save the copy as a file']);
});

it('says how many deleted clips are here again, even if nothing is missing', async () => {
  const page = show({ deleted: 2 });
  await expect
    .poll(() => page.textContent)
    .toContain('2 clips that you deleted are here again, and will be moved to the bin.');
});

it('names what is missing', async () => {
  const page = show({ issues: 1, editions: 2, pictures: 1 });
  await expect
    .poll(() => page.textContent)
    .toContain('Missing here: 1 issue, 2 published editions of issues, and 1 cover picture.');
});
