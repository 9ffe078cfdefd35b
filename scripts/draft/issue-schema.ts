import { toJsonSchema } from '@valibot/to-json-schema';
import { manuscriptSchema } from '../../src/news/manuscript';

/** The JSON Schema of an issue, derived from the parser. */
export function describeIssue() {
  return {
    ...toJsonSchema(manuscriptSchema, { typeMode: 'input' }),
    title: 'An issue of a newsletter, as `npm run draft` reads it',
  };
}
