/** The longest saved text of a page, in bytes of UTF-8: more than our reader takes from any page. */
export const LONGEST_PAGE_TEXT = 8 * 2 ** 20;

/** Gzip expands one byte to at most a thousand, so this limits the size of the result of one piece. */
const PIECE = 512;
/** After this many bytes of text, the page gets a chance to respond. */
const AT_ONCE = 1_024 * 1_024;

/** Gzips a text, up to a number of bytes. */
export async function deflate(text: string, most = LONGEST_PAGE_TEXT): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text).subarray(0, most);
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Inflates as much as can be read and is within the limit, because a few bytes of a file can stand for gigabytes. `isCut`:
 * there is more.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  most = LONGEST_PAGE_TEXT,
): Promise<{ text: string; isCut: boolean }> {
  const reader = inPieces(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let left = most;
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
    if (!(error instanceof TypeError)) throw error; // the standard's error for damaged bytes
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
