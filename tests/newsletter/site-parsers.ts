/**
 * Reads Markdown as the programs do that print it: Hugo (goldmark), and Python-Markdown, which knows what the original Markdown knew.
 * Both are Debian packages.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LAYOUT = '<title>{{ .Title }}</title><p class="dek">{{ .Description }}</p><main>{{ .Content }}</main>';
/** As installed, but without the typographer, which changes quotation marks and dashes of any text. */
const CONFIGURATION = `baseURL = 'https://site.example/'
disableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', '404']
[markup.goldmark.extensions.typographer]
disable = true
`;

/** A page as Hugo has built it: what it takes from the front matter, and the body. */
export interface BuiltPage {
  title: string;
  description: string;
  body: string;
}

/** Builds a site of these files with Hugo, each a page. A command in one of them that Hugo does not know ends the build. */
export function buildWithHugo(files: readonly string[]): BuiltPage[] {
  const site = mkdtempSync(join(tmpdir(), 'clipsheet-hugo-'));
  try {
    mkdirSync(join(site, 'content'));
    mkdirSync(join(site, 'layouts/_default'), { recursive: true });
    writeFileSync(join(site, 'hugo.toml'), CONFIGURATION);
    writeFileSync(join(site, 'layouts/_default/single.html'), LAYOUT);
    files.forEach((file, place) => writeFileSync(join(site, `content/page-${place}.md`), file));
    execFileSync('hugo', ['--source', site, '--quiet'], { encoding: 'utf8' });
    return files.map((_, place) => readPage(join(site, `public/page-${place}/index.html`)));
  } finally {
    rmSync(site, { recursive: true });
  }
}

function readPage(path: string): BuiltPage {
  const page = readFileSync(path, 'utf8');
  const [, title = '', description = '', body = ''] =
    /<title>(.*)<\/title><p class="dek">(.*)<\/p><main>(.*)<\/main>/su.exec(page) ?? [];
  return { title, description, body };
}

/** Prints Markdown as HTML with Python-Markdown and its extension for tables. */
export function printWithPython(markdown: string): string {
  return execFileSync('markdown_py', ['-x', 'tables'], { input: markdown, encoding: 'utf8' });
}
