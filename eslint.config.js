import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { pageProperty } from './scripts/lint/page-property.js';

/** The rules that oxlint does not have; all others stand in .oxlintrc.json. */
export default [
  {
    // What pages and pastes hand in goes through these: the cost of an expression grows with its text, no faster.
    files: ['{src,popup,desk,options}/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    // What runs in pages: a page names its controls and pictures as it likes.
    files: ['src/{reading,content}/**/*.ts'],
    // They work on the copy of `copyWithoutNames`.
    ignores: [
      'src/reading/article/article-text.ts',
      'src/reading/article/article-parts.ts',
      'src/reading/article/article-edges.ts',
      'src/reading/article/lost-text.ts',
      'src/reading/article/declared-text.ts',
      'src/reading/article/prose.ts',
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { clipsheet: { rules: { 'page-property': pageProperty } } },
    rules: { 'clipsheet/page-property': 'error' },
  },
  { ignores: ['dist', 'demo-output', '**/*.js', '**/*.cjs', 'tests', 'scripts'] },
];
