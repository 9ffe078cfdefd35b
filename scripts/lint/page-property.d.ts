import type { Rule } from 'eslint';

export const pageProperty: Rule.RuleModule;
