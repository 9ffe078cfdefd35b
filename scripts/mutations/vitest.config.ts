import { defineConfig } from 'vitest/config';

/** The tests that run in Node, with a tenth of their random inputs. */
export default defineConfig({
  test: {
    setupFiles: ['tests/property-seed.ts'],
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/**/*.browser.test.*', 'tests/{e2e,build,corpus,shared}/**'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai', QUICK: '1' },
    testTimeout: 30_000,
  },
});
