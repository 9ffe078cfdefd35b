/**
 * Structured data in `<script type="application/ld+json">`, following https://www.w3.org/TR/json-ld11/ as far as pages use it.
 */

import { get } from '../dom/node-property';

/** A node object. Its values are not checked. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** The nodes of a page that are not in another node's list, and those with an `@id`. */
export interface JsonLd {
  nodes: readonly JsonLdNode[];
  byId: ReadonlyMap<string, JsonLdNode>;
}

const MOST_SCRIPTS = 60;
const LONGEST_SCRIPT = 1_000_000;
const MOST_NODES = 2_000;
const DEEPEST = 8;
/** Properties that wrap the page's main thing. Other properties contain related things: lists, ratings, parts. */
const WRAPPERS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'];

/** Reads all structured data of a page. Repairs broken data if that is safe, and otherwise leaves it out. */
export function readJsonLd(document: Document): JsonLd {
  const nodes: JsonLdNode[] = [];
  const byId = new Map<string, JsonLdNode>();
  const scripts = Array.from(get(document, 'scripts')).filter(({ type }) => /ld\+json/iu.test(type));
  for (const script of scripts.slice(0, MOST_SCRIPTS)) {
    const text = script.textContent;
    if (text.length > LONGEST_SCRIPT) continue;
    const data = parseJsonLd(text);
    collectNodes(data, nodes, 0);
    indexNodes(data, byId, 0);
  }
  return { nodes, byId };
}

/** The value, or `undefined` if the text cannot be repaired safely. */
export function parseJsonLd(text: string): unknown {
  return parseJson(text) ?? parseJson(repairJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // an error in the page
    throw error;
  }
}

/** Removes CDATA and comment wrappers, raw control characters within strings, trailing commas and semicolons. */
function repairJson(text: string): string {
  return text
    .trim()
    .replace(/^(?:\/[*/]\s*)?(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/u, '')
    .replace(/(?:\]\]>|-->)\s*(?:\*\/)?$/u, '')
    .trimEnd()
    .replace(/\/[*/]$/u, '')
    .trimEnd()
    .replace(/;$/u, '')
    .replace(/"(?:[^"\\]|\\[\s\S]?)*(?:"|$)|,(?=\s*[}\]])/gu, (token) =>
      token === ',' ? '' : repairString(token),
    );
}

function repairString(token: string): string {
  return token.replace(/[\0-\x1F]+/gu, ' ').replace(/\\(?!["\\/bfnrtu])/gu, '');
}

function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectNodes(value: unknown, into: JsonLdNode[], depth: number): void {
  if (depth > DEEPEST || into.length >= MOST_NODES) return;
  if (Array.isArray(value))
    for (const item of value.slice(0, MOST_NODES)) collectNodes(item, into, depth + 1);
  else if (isNode(value)) {
    if (value['@type'] !== undefined) into.push(value);
    for (const wrapper of WRAPPERS) collectNodes(value[wrapper], into, depth + 1);
  }
}

function indexNodes(value: unknown, byId: Map<string, JsonLdNode>, depth: number): void {
  if (depth > DEEPEST || byId.size >= MOST_NODES) return;
  if (Array.isArray(value)) for (const item of value.slice(0, MOST_NODES)) indexNodes(item, byId, depth + 1);
  else if (isNode(value)) {
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
    for (const inner of Object.values(value).slice(0, 200)) {
      if (typeof inner === 'object') indexNodes(inner, byId, depth + 1);
    }
  }
}

/** The types of a node, without the address of the vocabulary. */
export function typesOf(node: JsonLdNode): string[] {
  const types = node['@type'];
  return (Array.isArray(types) ? types : [types])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/u, ''));
}

/** The nodes in a property, with references by `@id` resolved. */
export function nodesAt(data: JsonLd, node: JsonLdNode | undefined, property: string): JsonLdNode[] {
  const value = node?.[property];
  return (Array.isArray(value) ? value.slice(0, 100) : [value]).filter(isNode).map((inner) => {
    const id = inner['@id'];
    return (
      (Object.keys(inner).length <= 2 && typeof id === 'string' ? data.byId.get(id) : undefined) ?? inner
    );
  });
}

/** The texts in a property; of a node, its `name`, then its `@value`. */
export function textsAt(data: JsonLd, node: JsonLdNode | undefined, property: string): string[] {
  const value = node?.[property];
  const values: unknown[] = Array.isArray(value) ? value.slice(0, 100) : [value];
  return values
    .flatMap((inner) => {
      if (typeof inner === 'string') return [data.byId.has(inner) ? nameOf(data.byId.get(inner)) : inner];
      const [resolved] = nodesAt(data, { inner }, 'inner');
      return [nameOf(resolved)];
    })
    .filter((text) => text !== undefined && text.trim() !== '') as string[];
}

function nameOf(node: JsonLdNode | undefined): string | undefined {
  const name = node?.['name'] ?? node?.['@value'];
  const first: unknown = Array.isArray(name) ? name[0] : name;
  return typeof first === 'string' ? first : undefined;
}
