/** The most bytes of one value of a hub; larger ones are cut. A hub accepts messages of 640 KiB (scripts/hub/limits.ts). */
export const CHUNK = 480 * 1024;
