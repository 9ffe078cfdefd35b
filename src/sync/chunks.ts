/** The most bytes of one value of a hub; larger ones are cut. */
export const CHUNK = 480 * 1024;
