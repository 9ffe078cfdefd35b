import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import project from './package.json' with { type: 'json' };
import { findBrowser } from './scripts/browsers/find.ts';

const executablePath = findBrowser('chromium');

/** All that a test in the browser may import: what Vite finds only while a test runs would reload its page. */
const importedInBrowser = [
  ...Object.keys(project.dependencies),
  ...['hooks', 'jsx-runtime', 'jsx-dev-runtime'].map((part) => `preact/${part}`),
  'fast-check',
  'axe-core',
  'commonmark',
  ...['core', 'starter-kit', 'extension-blockquote', 'extension-image'].map((part) => `@tiptap/${part}`),
  '@tryghost/koenig-lexical',
  ...['react', 'react-dom/client', 'quill', 'trix', 'ckeditor5'],
  ...['', '/icons/default', '/models/dom', '/themes/silver', '/plugins/lists', '/plugins/link'].map(
    (part) => `tinymce${part}`,
  ),
  ...[
    '/combine',
    '/element/adapter',
    '/element/pointer-outside-of-preview',
    '/element/set-custom-native-drag-preview',
    '-hitbox/closest-edge/attach-closest-edge',
    '-hitbox/closest-edge/extract-closest-edge',
    '-auto-scroll/element',
  ].map((part) => `@atlaskit/pragmatic-drag-and-drop${part}`),
];

/** How long property tests and fuzzing run, where that is said. */
const runSettings = Object.fromEntries(
  ['RUNS', 'QUICK', 'FUZZ_INPUTS', 'FUZZ_SEED'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/**
 * Three projects: `node` for the pure core, `browser` for what needs a DOM or a database, in real Chromium, `e2e` for what
 * `npm run build` has made, in real browsers, `shared` for pages and issues that lie beside the project. A test that needs a DOM is named `*.browser.test.ts`.
 */
export default defineConfig({
  define: { 'process.env.NODE_ENV': JSON.stringify('test') },
  test: {
    setupFiles: ['tests/property-seed.ts'],
    // On a machine that is busy with others, property tests take long, and a page may take seconds to answer a press.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.*', 'tests/{e2e,build,corpus,shared}/**'],
          environment: 'node',
          isolate: false, // the code keeps no state from file to file; it halves the time
          env: { TZ: 'Asia/Shanghai' },
        },
      },
      {
        extends: true,
        optimizeDeps: { include: importedInBrowser },
        test: {
          name: 'browser',
          env: runSettings,
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), chromiumSandbox: false },
              contextOptions: { timezoneId: 'Asia/Shanghai' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/build/**/*.test.ts', 'tests/corpus/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 2, // each browser has a screen of its own, and the tests wait more than they compute
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/shared/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
