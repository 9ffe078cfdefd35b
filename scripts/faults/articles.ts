import type { Responder } from '../samples/server.ts';

export const ARTICLE_HOST = 'www.fault-courier.example';

/** Any number of articles, each with a number. */
export function articleAddress(number: number): string {
  return `http://${ARTICLE_HOST}/articles/${number}`;
}

export function headlineOf(number: number): string {
  return `Dispatch number ${number}`;
}

/** The whole passage that is selected. */
export function passageOf(number: number): string {
  return `Passage ${number}: the ministers met, and nothing was decided.`;
}

export const answerArticle: Responder = ({ pathname }, response) => {
  const number = Number(pathname.split('/').at(-1));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="en"><title>${headlineOf(number)}</title>
<meta property="og:site_name" content="The Fault Courier">
<article><h1>${headlineOf(number)}</h1><p id="passage">${passageOf(number)}</p></article>`);
};
