import { afterEach, expect, it } from 'vitest';
import { issueInAddress, keepInAddress, takeClipInAddress } from '../../desk/fragment';

afterEach(() => history.replaceState(null, '', '#'));

it('keeps the issue that is shown, for the next load', () => {
  keepInAddress('issue-1');
  expect(issueInAddress()).toBe('issue-1');
});

it('forgets no clip that was asked for while the desk was being drawn', () => {
  location.hash = '#clip=clip-1';
  keepInAddress('issue-1'); // like the desk after it is drawn, before it hears of the new fragment
  expect(takeClipInAddress('issue-1')).toBe('clip-1');
  expect(issueInAddress()).toBe('issue-1');
  expect(takeClipInAddress('issue-1')).toBeUndefined();
});
