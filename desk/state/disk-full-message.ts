import { dropSnapshots, measureSnapshots } from '../../src/storage/snapshots';
import { writeSize } from '../../src/ui/file-size';
import type { Database } from '../../src/storage/database/database';
import type { Translate } from '../../src/ui/translation-context';
import type { Message } from './message';

/** The part of the desk that is needed here. */
interface Speaker {
  readonly database: Database;
  readonly translate: Translate;
  readonly message: Message | undefined;
  say(message: Message | undefined): void;
  run(work: () => Promise<unknown>): void;
}

/** Says that the disk is full and offers to delete saved texts of pages. Afterwards, what failed is done again. */
export async function offerFreeSpace(desk: Speaker, again: () => Promise<unknown>): Promise<void> {
  const { translate } = desk;
  const full = translate('errorDiskFull');
  const { count, bytes } = await measureSnapshots(desk.database);
  if (count === 0) {
    desk.say({ tone: 'danger', words: full });
    return;
  }
  const size = writeSize(bytes, translate('languageOfStrings'));
  desk.say({
    tone: 'danger',
    words: `${full} ${translate('roomOffer', count, size)}`,
    action: { label: translate('roomMake'), run: () => desk.run(() => makeRoom(desk, again)) },
  });
}

async function makeRoom(desk: Speaker, again: () => Promise<unknown>): Promise<void> {
  await dropSnapshots(desk.database);
  desk.say(undefined);
  await again();
  if (desk.message === undefined) desk.say({ words: desk.translate('roomMade') }); // otherwise a message already says what happened
}
