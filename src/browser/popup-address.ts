/** The popup's page, as in the manifest. */
export const POPUP = 'popup/index.html';

/**
 * The address of the popup on a stored clip. After `until`, in milliseconds since 1970, the same address opens the popup on the
 * tab.
 */
export function popupAddressOf(clipId: string, until: number): string {
  return `${POPUP}?${new URLSearchParams({ clip: clipId, until: String(until) }).toString()}`;
}

/** The clip in a popup's address; `undefined` if there is none or its time is over. */
export function clipInPopupAddress(address: string, now: number): string | undefined {
  const query = new URLSearchParams(address.split('?')[1]);
  return now > Number(query.get('until')) ? undefined : (query.get('clip') ?? undefined);
}
