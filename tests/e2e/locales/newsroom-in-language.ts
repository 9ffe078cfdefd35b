import type { ChromiumSession } from '../../../scripts/browsers/chromium.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';

/** A Chromium whose interface is in a language, with the build in `extension` if there is one. */
export async function openNewsroomIn(
  language: string,
  extension?: string,
): Promise<Newsroom<ChromiumSession>> {
  const before = process.env['LANGUAGE'];
  process.env['LANGUAGE'] = language; // Chromium on Linux takes its language from it
  try {
    return await openNewsroom('chromium', {
      ...(extension !== undefined && { extension }),
      chromiumArguments: [`--lang=${language}`],
    });
  } finally {
    if (before === undefined) delete process.env['LANGUAGE'];
    else process.env['LANGUAGE'] = before;
  }
}
