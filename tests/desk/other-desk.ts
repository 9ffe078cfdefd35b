import { openDatabase } from '../../src/storage/database/database';
import { drawDesk } from './drawn-desk';

/** A desk as in another tab: its modules are loaded again, and it has a connection of its own. */
const name = new URL(import.meta.url).searchParams.get('database') ?? '';
await drawDesk(await openDatabase({ name }));
