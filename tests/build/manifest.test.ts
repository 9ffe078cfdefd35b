import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILDS, readManifest } from './build-output.ts';

describe.each(BUILDS)('the manifest of %s', (build) => {
  const manifest = readManifest(build);

  it('requests the clipped page, menus, injection and storage, and nothing else', () => {
    expect(manifest['permissions']).toEqual(['activeTab', 'contextMenus', 'scripting', 'unlimitedStorage']);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it.each(['host_permissions', 'content_scripts', 'web_accessible_resources'])('has no %s', (key) =>
    expect(manifest).not.toHaveProperty(key),
  );

  it('can ask for the connection to a hub, and for no website', () => {
    expect(manifest['optional_host_permissions']).toStrictEqual(['wss://*/*']);
  });

  it('lets no page of ours load or run anything from elsewhere', () => {
    const { extension_pages: policy } = manifest['content_security_policy'] as { extension_pages: string };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    // For what is pasted into the editor, and for the address of the worker that exchanges records.
    expect(policy).toMatch(/trusted-types ProseMirrorClipboard clipsheet-worker$/u);
    expect(policy).toContain("connect-src 'self' wss: ws://127.0.0.1:*;"); // of the worker alone: each document narrows it
    expect(policy.replace('ws://127.0.0.1:*', '')).not.toMatch(/unsafe|https?:|\*/u);
  });

  it.each(['popup/index.html', 'desk/index.html', 'options/index.html', 'options/welcome.html'])(
    'is narrowed by %s, which connects to nothing',
    (page) => {
      const narrowing = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />`;
      const html = readFileSync(`${build}/${page}`, 'utf8');
      expect(html.indexOf(narrowing)).toBeGreaterThan(0);
      expect(html.indexOf(narrowing)).toBeLessThan(html.indexOf('<script'));
    },
  );

  it('has no page that a website may connect to', () => {
    expect(manifest).not.toHaveProperty('externally_connectable');
  });
});

it('keeps out of Firefox’s private windows, where nothing can be stored', () => {
  expect(readManifest('dist/firefox')).toMatchObject({ incognito: 'not_allowed' });
});

it('has its button in the toolbar of Firefox from the start', () => {
  expect(readManifest('dist/firefox')).toMatchObject({ action: { default_area: 'navbar' } });
});

it('opens the popup by Alt+Shift+K, and clips a quote by Alt+Shift+Q', () => {
  for (const build of BUILDS)
    expect(readManifest(build)).toMatchObject({
      commands: {
        _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
        'clip-quote': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_menuClipQuote__' },
      },
    });
});

it('is offered to no browser that lacks what it is built for: backups need Chromium 140', () => {
  expect(readManifest('dist/chrome')).toMatchObject({ minimum_chrome_version: '140' });
  expect(readManifest('dist/firefox')).not.toHaveProperty('minimum_chrome_version');
  expect(readManifest('dist/firefox')).toMatchObject({
    browser_specific_settings: { gecko: { strict_min_version: '142.0' } },
  });
});

it('sends nothing anywhere in Firefox, unless whoever joins a workspace agrees', () => {
  expect(readManifest('dist/firefox')).toMatchObject({
    browser_specific_settings: {
      gecko: {
        data_collection_permissions: { required: ['none'], optional: ['browsingActivity', 'websiteContent'] },
      },
    },
  });
});

it('has an id in Firefox that cannot be an address of a website', () => {
  expect(readManifest('dist/firefox')).toMatchObject({
    browser_specific_settings: { gecko: { id: expect.stringMatching(/^\{[0-9a-f-]{36}\}$/u) as string } },
  });
});
