import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { KEY_BYTES } from './workspace-key';

/**
 * The key of a workspace as 24 English words, with a checksum (BIP-39: https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki).
 * Words are copied by hand with fewer mistakes than letters and digits, and the checksum finds a mistake before anything is tried.
 */
export function printRecoveryWords(material: Uint8Array<ArrayBuffer>): string {
  return entropyToMnemonic(material, wordlist);
}

/** `undefined` if the words are no key: one is missing, or written differently. */
export function readRecoveryWords(text: string): Uint8Array<ArrayBuffer> | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,;]+/u)
    .join(' ');
  try {
    const material = new Uint8Array(mnemonicToEntropy(words, wordlist));
    return material.length === KEY_BYTES ? material : undefined;
  } catch {
    return undefined; // the library throws a plain Error or a TypeError for anything else
  }
}
