/** Looks for words of records where only sealed values belong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The marked words of edits, and what every clip of a run contains. Random bytes do not contain one by chance. */
const PLAINTEXT = /mark\d+x\d+|Headline first|daily\.example|The talks \*\*will/u;

export class PlaintextWatch {
  /** What was found, and where. */
  readonly found: string[] = [];

  /** A piece of the traffic. What machines send is masked, as WebSockets demand; what they receive of each other is not. */
  readonly watch = (piece: Buffer): void => this.look(piece, 'the network');

  /** All files of a hub. */
  readFiles(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
      if (entry.isFile()) this.look(readFileSync(join(entry.parentPath, entry.name)), entry.name);
  }

  private look(bytes: Buffer, where: string): void {
    const match = PLAINTEXT.exec(bytes.toString('latin1'));
    if (match) this.found.push(`“${match[0]}” in ${where}`);
  }
}
