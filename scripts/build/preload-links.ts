import type { Plugin, Rolldown } from 'vite';

/**
 * Lists in a page everything that its script will import by `import()`, including styles, so that the browser loads it in
 * parallel with the script. vite lists only static imports; the rest would be discovered file by file.
 */
export function preloadLinks(page: string): Plugin {
  return {
    name: 'clipsheet:preload-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle, chunk }) {
        if (bundle === undefined || chunk === undefined || !filename.endsWith(page)) return html;
        const scripts = new Set<string>();
        for (const file of [...chunk.imports, ...chunk.dynamicImports]) gather(file, bundle, scripts);
        const styles = new Set([...scripts].flatMap((file) => [...stylesOf(bundle[file])]));
        return {
          html: html.replaceAll(/\n\s+(?=<)/gu, ''), // the popup is loaded at each click, so its page has no white space
          tags: [
            ...[...scripts].map((file) =>
              link({ rel: 'modulepreload', crossorigin: true, href: `/${file}` }),
            ),
            ...[...styles]
              .filter((file) => !html.includes(file))
              .map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `/${file}` })),
          ],
        };
      },
    },
  };
}

function gather(file: string, bundle: Rolldown.OutputBundle, gathered: Set<string>): void {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || gathered.has(file)) return;
  for (const imported of chunk.imports) gather(imported, bundle, gathered); // its styles precede those of its importer
  gathered.add(file);
}

function stylesOf(output: Rolldown.OutputBundle[string] | undefined): Iterable<string> {
  return output?.type === 'chunk' ? (output.viteMetadata?.importedCss ?? []) : [];
}

function link(attrs: Record<string, string | boolean>) {
  return { tag: 'link', attrs, injectTo: 'head' as const };
}
