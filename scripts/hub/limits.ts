/** What one machine, one workspace and one server may use. In bytes unless a name says otherwise. */

/** Of one message. Machines cut larger values into pieces of 480 KiB (`CHUNK` in src/sync/chunks.ts). */
export const MOST_PAYLOAD = 640 * 1024;
/** Of one connection: what waits to be sent to a machine that reads too slowly. */
export const MOST_PENDING = 64 * 1024 * 1024;
/** A machine needs two at a time; more are open for some minutes after its network has changed. */
export const MOST_CONNECTIONS_OF_MACHINE = 12;
export const MOST_SUBSCRIPTIONS_OF_MACHINE = 64;
export const MOST_CONNECTIONS_OF_SERVER = 2_000;
/** Each machine has one. The surplus is for a machine that is being added while another is being removed. */
export const MOST_CONSUMERS = 256;
export const MOST_RECORDS = 2_000_000;
export const DEFAULT_WORKSPACE_BYTES = 10_000_000_000;
/** A consumer whose machine is gone is forgotten after this time. */
export const CONSUMER_FORGOTTEN_AFTER_SECONDS = 3_600;
export const MOST_BYTES_OF_SERVER = 1_000_000_000_000_000;
/** How long one request of a machine may wait for changes. */
export const LONGEST_FETCH = '1h';
