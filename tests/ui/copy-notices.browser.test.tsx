import { render } from 'preact';
import { expect, it, onTestFinished } from 'vitest';
import { CopyNotices, type Lost } from '../../src/ui/copy-notices';
import { Translation, type MessageKey } from '../../src/ui/translation-context';
import { translate } from '../desk/english';

const unreadable = {
  findCopy: () => Promise.resolve(() => Promise.resolve(new Blob())),
  onRenew: () => Promise.resolve(true),
};

type Watch = Parameters<typeof CopyNotices>[0]['watch'];

function loss(lost: Partial<Lost> = {}): Lost {
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
  return {
    ...nothing,
    isUncounted: false,
    isGone: false,
    hasTexts: true,
    readCopy: () => Promise.resolve(new Blob()),
    bringBack: () => Promise.resolve(),
    ...lost,
  };
}

function show(lost: Partial<Lost> | undefined, watching?: Watch, problem?: MessageKey): HTMLElement {
  const page = document.createElement('main');
  document.body.append(page);
  onTestFinished(() => {
    render(null, page);
    page.remove();
  });
  const watch: Watch = ({ onLost, onUnreadable }) => {
    if (lost === undefined) onUnreadable();
    else onLost(loss(lost));
    return () => undefined;
  };
  render(
    <Translation value={translate}>
      <CopyNotices
        watch={watching ?? watch}
        unreadable={unreadable}
        nameBackup={() => 'backup'}
        sayError={() => problem ?? 'errorDatabaseUnavailable'}
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

it('says that the copy is compared, and stops offering what another page has brought back', async () => {
  let listener: Parameters<Parameters<typeof CopyNotices>[0]['watch']>[0] | undefined;
  const page = show({ clips: 4 }, (listening) => {
    listener = listening;
    return () => undefined;
  });
  await expect.poll(() => listener).toBeDefined();
  listener?.onComparing(true);
  await expect.poll(() => page.textContent).toContain('comparing its second copy');
  listener?.onComparing(false);
  listener?.onLost(loss({ clips: 4 }));
  await expect.poll(() => buttonsIn(page)).toHaveLength(2);
  expect(page.textContent).not.toContain('comparing');
  listener?.onSettled();
  await expect.poll(() => buttonsIn(page)).toHaveLength(0);
  expect(page.textContent).toContain('What was in the copy is back');
  listener?.onLost(loss({ clips: 2 }));
  await expect.poll(() => buttonsIn(page)).toHaveLength(2);
});

it('says on a full disk that nothing was brought back, and offers it again', async () => {
  const page = show(
    { clips: 4, bringBack: () => Promise.reject(new Error('full')) },
    undefined,
    'errorDiskFull',
  );
  await expect.poll(() => buttonsIn(page)).toHaveLength(2);
  page.querySelector('button')?.click();
  await expect.poll(() => page.textContent).toContain('nothing has been brought back yet');
  expect(page.textContent).not.toContain('save again');
  expect(buttonsIn(page)).toContain('Bring it back');
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
