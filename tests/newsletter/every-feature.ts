import type { Root } from 'mdast';
import * as v from 'valibot';
import { REPORT } from '../../src/news/house-style';
import { manuscriptSchema } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import everyFeature from '../issues/every-feature.json' with { type: 'json' };

/** An invented issue with everything that an issue can contain. */
export const EVERY_FEATURE = v.parse(manuscriptSchema, everyFeature);

export function composeEveryFeature(style = REPORT): Root {
  return composeIssue(EVERY_FEATURE, style);
}
