/** The layers of docs/architecture.md: who may import whom. What is not listed is forbidden. */
const mayImport = {
  'src/news': [],
  'src/reading': ['src/news'],
  'src/quotes': ['src/news'],
  'src/newsletter': ['src/news'],
  'src/storage': ['src/news'],
  'src/browser': ['src/news', 'src/content'],
  'src/ui': ['src/news'],
  'src/content': ['src/news', 'src/reading'],
  'src/background': ['src/news', 'src/quotes', 'src/storage', 'src/browser'],
  popup: ['src/news', 'src/quotes', 'src/storage', 'src/browser', 'src/ui'],
  desk: ['src/news', 'src/quotes', 'src/newsletter', 'src/storage', 'src/browser', 'src/ui'],
  options: ['src/news', 'src/quotes', 'src/newsletter', 'src/storage', 'src/browser', 'src/ui'],
};

const layers = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `layer-${folder.replace('/', '-')}`,
  comment: `${folder} may import ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: '^(src|popup|desk|options|tests|scripts)/',
    pathNot: [`^${folder}/`, '^src/static/', ...allowed.map((other) => `^${other}/`)],
  },
}));

module.exports = {
  forbidden: [
    ...layers,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'extension-api-in-browser-only',
      comment:
        'Only src/browser calls the extension API; background wires its listeners, the notice sends its one message.',
      severity: 'error',
      from: { path: '^(src|popup|desk|options)/', pathNot: '^src/(browser|background|content)/' },
      to: { path: 'webextension-polyfill' },
    },
    {
      name: 'pure-core',
      comment: 'news, quotes and newsletter run in Node, in a page and in a worker alike.',
      severity: 'error',
      from: { path: '^src/(news|quotes|newsletter)/' },
      to: { path: '(node_modules/(idb|preact|webextension-polyfill)|^node:)' },
    },
    {
      name: 'no-dev-dependency-shipped',
      severity: 'error',
      from: { path: '^(src|popup|desk|options)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '@types/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
