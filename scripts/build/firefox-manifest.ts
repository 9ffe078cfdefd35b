import type manifest from '../../manifest.json';

/** The add-on's name at addons.mozilla.org and in every profile: it never changes again, since a profile keeps data by it. */
export const ADDON_ID = '{5f0c8a52-7d3e-4b19-9c64-2a81e7d0b3f6}';

/**
 * The manifest for Firefox: an event page instead of a service worker, an id, the button in the toolbar from the
 * start, and no private windows, in which IndexedDB cannot
 * be opened (`InvalidStateError`), so that nothing could be saved.
 */
export function firefoxManifest(source: typeof manifest) {
  const { action, background, minimum_chrome_version: _, ...rest } = source;
  return {
    ...rest,
    action: { ...action, default_area: 'navbar' },
    background: { scripts: [background.service_worker], type: 'module' },
    incognito: 'not_allowed',
    browser_specific_settings: {
      gecko: {
        id: ADDON_ID,
        strict_min_version: '142.0',
        data_collection_permissions: {
          required: ['none'],
          // Asked for by whoever joins a workspace: clips go to its hub.
          optional: ['browsingActivity', 'websiteContent'],
        },
      },
    },
  };
}
