import { expect, test } from 'vitest';
import { namesInChineseByline } from '../../../src/reading/fields/chinese-byline';
import { namesOfPeople } from '../../../src/reading/fields/person-names';

test.each([
  ['By Ann Lee and Bob Ray', ['Ann Lee', 'Bob Ray']],
  ['By Ann Lee (Oslo) and Bob Ray [guest]', ['Ann Lee', 'Bob Ray']],
  ['Ann Lee , Bob Ray;Eve Orr', ['Ann Lee', 'Bob Ray', 'Eve Orr']],
  ['By Ann Lee - 12 March 2020', ['Ann Lee']],
  ['By Ann Lee ann.lee@daily.example', ['Ann Lee']],
  ['By Ann Lee | Updated today', ['Ann Lee']],
  ['“Ann Lee”,', ['Ann Lee']],
  ['김민수 기자', ['김민수']],
])('“%s” names %j', (line, names) => {
  expect(namesOfPeople(line)).toEqual(names);
});

test.each([
  ['本报记者 王乐文 方敏', ['王乐文', '方敏']],
  ['记者：王乐文 摄影报道', ['王乐文']],
])('“%s” names %j', (line, names) => {
  expect(namesInChineseByline(line)).toEqual(names);
});
