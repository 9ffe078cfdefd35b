import { openDatabase } from '../../src/storage/database/database';
import { drawDesk } from './drawn-desk';

/** A desk as it is shown in another tab: what it is made of is loaded anew, and it has a connection of its own. */
const name = new URL(import.meta.url).searchParams.get('database') ?? '';
await drawDesk(await openDatabase({ name }));
