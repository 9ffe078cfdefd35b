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

/** Each of the desk's three parts may import these, and neither of the others. */
const BESIDE_PARTS = ['desk/export', 'desk/fields', 'desk/rendered', 'desk/state'];

/** The folders of the desk likewise. */
const mayImportAtDesk = {
  'desk/rendered': [],
  'desk/prose': ['desk/rendered'],
  'desk/state': ['desk/rendered'],
  'desk/export': ['desk/state'],
  'desk/fields': ['desk/prose', 'desk/rendered', 'desk/state'],
  'desk/outline': BESIDE_PARTS,
  'desk/manuscript': BESIDE_PARTS,
  'desk/side': BESIDE_PARTS,
};

const foldersOfDesk = Object.entries(mayImportAtDesk).map(([folder, allowed]) => ({
  name: `layer-${folder.replace('/', '-')}`,
  comment: `Of the desk, ${folder} may import ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^desk/', pathNot: [folder, ...allowed].map((other) => `^${other}/`) },
}));

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
    ...foldersOfDesk,
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
