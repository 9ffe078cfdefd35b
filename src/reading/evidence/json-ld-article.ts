import { nodesAt, textsAt, typesOf, type JsonLd, type JsonLdNode } from './json-ld';

const ARTICLE =
  /Article$|^(?:BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|PressRelease|Review|VideoObject)$/u;

/**
 * The node that describes the page's own article: of several articles, the one with the page's address, otherwise the first. A
 * video counts only if there is no article.
 */
export function articleNode(data: JsonLd, address: URL | undefined): JsonLdNode | undefined {
  const articles = data.nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const written = articles.filter((node) => !typesOf(node).includes('VideoObject'));
  const here = written.find((node) => address !== undefined && namesAddress(data, node, address));
  return here ?? written[0] ?? articles[0];
}

function namesAddress(data: JsonLd, node: JsonLdNode, address: URL): boolean {
  const addresses = [
    ...textsAt(data, node, 'url'),
    ...textsAt(data, node, 'mainEntityOfPage'),
    ...nodesAt(data, node, 'mainEntityOfPage').map((page) => page['@id']),
    node['@id'],
  ];
  return addresses.some(
    (text) =>
      typeof text === 'string' &&
      URL.canParse(text, address.href) &&
      new URL(text, address.href).pathname === address.pathname,
  );
}

/** The top-level nodes of a type, such as `WebSite` or `NewsMediaOrganization`. */
export function nodesOfType(data: JsonLd, type: RegExp): JsonLdNode[] {
  return data.nodes.filter((node) => typesOf(node).some((name) => type.test(name)));
}
