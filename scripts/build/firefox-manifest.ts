import type manifest from '../../manifest.json';

/**
 * The manifest as Firefox wants it: an event page in place of a service worker, an id, and no private windows, in which
 * IndexedDB cannot be opened (`InvalidStateError`), so that nothing could be kept.
 */
export function firefoxManifest(source: typeof manifest) {
  const { background, ...rest } = source;
  return {
    ...rest,
    background: { scripts: [background.service_worker], type: 'module' },
    incognito: 'not_allowed',
    browser_specific_settings: {
      gecko: {
        id: 'clipsheet@clipsheet.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
