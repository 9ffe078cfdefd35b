import hooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { pageProperty } from './scripts/lint/page-property.js';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'demo-output'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'react-hooks': hooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Build nodes; markup is never assigned.' },
        { property: 'outerHTML', message: 'Build nodes; markup is never assigned.' },
        { property: 'insertAdjacentHTML', message: 'Build nodes; markup is never assigned.' },
      ],
    },
  },
  {
    files: ['src/**', 'popup/**', 'desk/**', 'options/**', 'scripts/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    // What pages and pastes hand in goes through these: the cost of an expression grows with its text, no faster.
    files: ['src/**/*.ts', 'src/**/*.tsx', 'popup/**', 'desk/**', 'options/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    // What runs in pages: a page names its controls and pictures as it likes.
    files: ['src/reading/**/*.ts', 'src/content/**/*.ts'],
    // They work on the copy of `copyWithoutNames`.
    ignores: [
      'src/reading/article/article-text.ts',
      'src/reading/article/article-parts.ts',
      'src/reading/article/article-edges.ts',
    ],
    plugins: { clipsheet: { rules: { 'page-property': pageProperty } } },
    rules: { 'clipsheet/page-property': 'error' },
  },
);
