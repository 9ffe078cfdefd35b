import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

/**
 * A form has its controls as properties, under the names that a page gave them, before its own; a document has its pictures,
 * forms and frames (HTML, `LegacyOverrideBuiltIns`), in the isolated world too. So a property of what may be a form or a
 * document is read by the getter of its prototype alone (`src/reading/dom/node-property.ts`).
 */

/** The types of which a form or a document may be: all that they inherit and mix in. */
const NAMED = new Set(
  (
    'EventTarget Node ParentNode ChildNode NonDocumentTypeChildNode NonElementParentNode Slottable Element HTMLElement ' +
    'HTMLFormElement HTMLOrSVGElement ElementCSSInlineStyle ElementContentEditable GlobalEventHandlers InnerHTML ' +
    'ARIAMixin Animatable Document XMLDocument DocumentOrShadowRoot'
  ).split(' '),
);

const SEARCH = /^(?:querySelector|getElement)/u;

export const pageProperty = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    messages: {
      byName:
        'A page may name a control “{{name}}”: read it with `get` or `call` of src/reading/dom/node-property.ts.',
      search:
        'A source of a field does not search the page with “{{name}}”: it reads what src/reading/evidence/evidence.ts has gathered ' +
        '(metaTags, jsonLd, lines, elements). Elsewhere, use `call` of src/reading/dom/node-property.ts.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const mayHaveNames = (node) =>
      hasNames(services.getTypeAtLocation(node), services.program.getTypeChecker());
    const report = (node, name) =>
      context.report({ node, messageId: SEARCH.test(name) ? 'search' : 'byName', data: { name } });
    return {
      MemberExpression(node) {
        if (mayHaveNames(node.object)) report(node.property, context.sourceCode.getText(node.property));
      },
      ObjectPattern(node) {
        if (!mayHaveNames(node)) return;
        for (const property of node.properties)
          report(property, context.sourceCode.getText(property.key ?? property));
      },
      'BinaryExpression[operator="in"]'(node) {
        if (mayHaveNames(node.right)) report(node, context.sourceCode.getText(node.left));
      },
    };
  },
});

function hasNames(type, checker) {
  const constrained =
    type.flags & ts.TypeFlags.TypeParameter ? (checker.getBaseConstraintOfType(type) ?? type) : type;
  if (constrained.isUnionOrIntersection()) return constrained.types.some((part) => hasNames(part, checker));
  const symbol = constrained.getSymbol();
  return symbol !== undefined && NAMED.has(symbol.getName()) && isOfTheDom(symbol);
}

function isOfTheDom(symbol) {
  return symbol.declarations?.some((declaration) =>
    /\/lib\.dom[^/]*\.d\.ts$/u.test(declaration.getSourceFile().fileName),
  );
}
