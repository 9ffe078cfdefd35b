/** The layers of docs/architecture.md: who may import whom. What is not listed is forbidden. */
const mayImport = {
  'src/news': [],
  'src/reading': ['src/news'],
  'src/quotes': ['src/news'],
  'src/newsletter': ['src/news'],
  'src/storage': ['src/news'],
  'src/sync': ['src/news', 'src/storage'],
  'src/browser': ['src/news', 'src/content'],
  'src/ui': ['src/news'],
  'src/content': ['src/news', 'src/reading'],
  'src/background': ['src/news', 'src/quotes', 'src/storage', 'src/sync', 'src/browser'],
  popup: ['src/news', 'src/quotes', 'src/newsletter', 'src/storage', 'src/sync', 'src/browser', 'src/ui'],
  desk: ['src/news', 'src/quotes', 'src/newsletter', 'src/storage', 'src/sync', 'src/browser', 'src/ui'],
  options: [
    'src/news',
    'src/reading',
    'src/quotes',
    'src/newsletter',
    'src/storage',
    'src/sync',
    'src/browser',
    'src/ui',
  ],
};

/** Each of the desk's three parts may import these, and none of the others. */
const BESIDE_PARTS = [
  'desk/actions',
  'desk/export',
  'desk/fields',
  'desk/pasted',
  'desk/rendered',
  'desk/state',
];

/**
 * The subfolders of layers: which other folders of the same layer each may import. A layer's own folder stands for the files that
 * are directly in it.
 */
const subfolders = {
  'src/news/text': [],
  'src/news/edits': [],
  'src/news': ['src/news/edits', 'src/news/text'],
  'src/news/outlets': ['src/news'],
  'src/news/editions': ['src/news', 'src/news/edits', 'src/news/text'],
  'src/news/anchoring': ['src/news', 'src/news/text'],
  'src/news/merge': ['src/news', 'src/news/edits', 'src/news/text'],

  'src/reading/dom': [],
  'src/reading/text': [],
  'src/reading/evidence': ['src/reading/dom', 'src/reading/text'],
  'src/reading/fields': ['src/reading/dom', 'src/reading/evidence', 'src/reading/text'],
  'src/reading/pictures': ['src/reading/dom', 'src/reading/evidence', 'src/reading/fields'],
  'src/reading/article': ['src/reading/dom', 'src/reading/evidence'],
  'src/reading/visibility': ['src/reading/dom'],
  'src/reading/quotes': ['src/reading/dom', 'src/reading/visibility'],
  'src/reading': ['src/reading/fields'],

  'src/newsletter/markdown': [],
  'src/newsletter': ['src/newsletter/markdown'],
  'src/newsletter/checks': ['src/newsletter', 'src/newsletter/markdown'],

  'src/storage/database': [],
  'src/storage': ['src/storage/database'],
  'src/storage/search': ['src/storage/database'],
  'src/storage/outbox': ['src/storage/database'],
  'src/storage/backup': ['src/storage', 'src/storage/database'],
  'src/storage/journal': ['src/storage', 'src/storage/backup', 'src/storage/database', 'src/storage/outbox'],

  'src/ui': [],
  'src/ui/fields': ['src/ui'],

  'popup/late': [],
  popup: ['popup/late'],

  'options/controls': [],
  'options/style': ['options/controls'],
  'options/backup': ['options/controls'],
  'options/issue': ['options/controls'],
  'options/outlets': ['options/controls'],
  'options/machine': ['options/controls'],
  'options/machines': ['options/controls'],
  'options/welcome': ['options/controls'],
  options: [
    'options/backup',
    'options/controls',
    'options/welcome',
    'options/issue',
    'options/machine',
    'options/machines',
    'options/outlets',
    'options/style',
  ],

  'desk/rendered': [],
  'desk/pasted': [],
  'desk/prose': ['desk/pasted', 'desk/rendered'],
  'desk/state': ['desk/rendered'],
  'desk/actions': ['desk/pasted', 'desk/rendered', 'desk/state'],
  'desk/export': ['desk/actions', 'desk/state'],
  'desk/fields': ['desk/actions', 'desk/prose', 'desk/rendered', 'desk/state'],
  'desk/adding': ['desk/actions', 'desk/prose', 'desk/state'],
  'desk/outline': BESIDE_PARTS,
  'desk/manuscript': BESIDE_PARTS,
  'desk/side': BESIDE_PARTS,
};

/** A pattern for the files of a folder: of a layer's own folder, only those directly in it. */
function filesOf(folder) {
  const isDivided = Object.keys(subfolders).some((other) => other.startsWith(`${folder}/`));
  return isDivided ? `^${folder}/[^/]+$` : `^${folder}/`;
}

const withinLayers = Object.entries(subfolders).map(([folder, allowed]) => {
  const layer = Object.keys(mayImport).find((each) => folder === each || folder.startsWith(`${each}/`));
  return {
    name: `folder-${folder.replaceAll('/', '-')}`,
    comment: `Of ${layer}, ${folder} may import ${allowed.join(', ') || 'nothing'}`,
    severity: 'error',
    from: { path: filesOf(folder) },
    to: { path: `^${layer}/`, pathNot: [folder, ...allowed].map(filesOf) },
  };
});

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
    ...withinLayers,
    {
      name: 'own-article-only',
      comment: 'Of the options, only the welcome page uses src/reading: it reads its own sample article.',
      severity: 'error',
      from: { path: '^options/', pathNot: '^options/welcome/' },
      to: { path: '^src/reading/' },
    },
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
