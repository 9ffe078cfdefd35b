/** The longest text of a page that is kept, in bytes of UTF-8: more than any reader of ours takes out of a page. */
export const LONGEST_PAGE_TEXT = 8 * 2 ** 20;

/** Gzip makes a thousand bytes of one at most, so that what one piece becomes is bounded. */
const PIECE = 512;
/** After so many bytes of text the page may answer. */
const AT_ONCE = 1_024 * 1_024;

export async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text).subarray(0, LONGEST_PAGE_TEXT);
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * What was deflated, as far as it can be read and is no longer than what is kept: a few bytes of a file can stand for gigabytes.
 * `isCut`: there is more.
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<{ text: string; isCut: boolean }> {
  const reader = inPieces(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let left = LONGEST_PAGE_TEXT;
  let pause = AT_ONCE;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), isCut: false };
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.length;
      if (left < 0) break;
      pause -= value.length;
      if (pause > 0) continue;
      pause = AT_ONCE;
      await new Promise((resolve) => setTimeout(resolve));
    }
    await reader.cancel();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // so the standard has it where the bytes are damaged
  }
  return { text, isCut: true };
}

function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + PIECE));
        else controller.close();
        at += PIECE;
      },
    },
    { highWaterMark: 0 },
  );
}
