/** The popup's page, as the manifest names it. */
export const POPUP = 'popup/index.html';

/** Of the popup on a stored clip; after the instant `until`, in milliseconds since 1970, it is the popup on the tab. */
export function popupAddressOf(clipId: string, until: number): string {
  return `${POPUP}?${new URLSearchParams({ clip: clipId, until: String(until) }).toString()}`;
}

/** The clip that a popup's address names; `undefined` where there is none, or its time is over. */
export function clipInPopupAddress(address: string, now: number): string | undefined {
  const query = new URLSearchParams(address.split('?')[1]);
  return now > Number(query.get('until')) ? undefined : (query.get('clip') ?? undefined);
}
