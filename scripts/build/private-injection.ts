import type { CrxPlugin } from '@crxjs/vite-plugin';

/**
 * crxjs lists each injected file as a web-accessible resource, by which any site could detect the extension, and adds a module
 * copy of each. `scripting.executeScript` needs neither.
 */
export function keepInjectedFilesPrivate(): CrxPlugin {
  return {
    name: 'clipsheet:private-injection',
    apply: 'build',
    enforce: 'post',
    renderCrxManifest(manifest, bundle) {
      delete manifest.web_accessible_resources;
      for (const [file, output] of Object.entries(bundle))
        if (output.type === 'chunk' && output.facadeModuleId?.includes('/src/content/') === true)
          Reflect.deleteProperty(bundle, file);
      return manifest;
    },
  };
}
