import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { bytesOf, measurePart } from '../../src/newsletter/issue-size';
import { composeIssue, listParts } from '../../src/newsletter/issue-tree';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { EVERY_FEATURE } from './every-feature';

describe.each(['email', 'mailchimp', 'beehiiv', 'buttondown'] as const)(
  'the length of a mail for %s',
  (target) => {
    test('is the size of its HTML, measured part by part', () => {
      const printed = printHtmlFor(composeIssue(EVERY_FEATURE, REPORT), target).trimEnd();
      const whole = printed.replace(' data-pm-slice="0 0 []"', ''); // of the first block alone
      const sum = listParts(EVERY_FEATURE, REPORT).reduce(
        (bytes, part) => bytes + measurePart(part, REPORT, target),
        0,
      );
      expect(Math.abs(sum - bytesOf(whole))).toBeLessThanOrEqual(1);
    });
  },
);
