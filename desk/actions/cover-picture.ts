/** The longer side in pixels, which is twice the size at which newsletters show pictures. */
const LONGEST_SIDE = 2_000;
const QUALITY = 0.86;

/** The file is not a picture that the browser can show. */
export class NotAPictureError extends Error {
  override name = 'NotAPictureError';
}

/**
 * Converts a picture for the issue: JPEG, no larger than a newsletter needs, upright, and without the camera's metadata (place,
 * time, device), which are lost because the picture is drawn again.
 */
export async function prepareCover(file: Blob): Promise<Blob> {
  const picture = await readBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new NotAPictureError('No drawing here');
  context.fillStyle = '#fff'; // a white background, because JPEG has no transparency
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

async function readBitmap(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    throw new NotAPictureError('The browser cannot read it as a picture', { cause: error });
  }
}
