import * as v from 'valibot';
import { houseStyleSchema, REPORT, type HouseStyle } from './house-style';

/** The predefined styles. */
export const HOUSE_STYLES = {
  report: REPORT,
  /** Headings, outlets in italics, always with dates. */
  digest: v.parse(houseStyleSchema, {
    numbering: 'none',
    hasContents: false,
    headlineForm: 'heading',
    outletFace: 'italic',
    showsDate: 'always',
    quotesIn: 'translation',
    speakerFace: 'bold',
    commentLabel: '',
  }),
  /** One line for each item. */
  links: v.parse(houseStyleSchema, { itemForm: 'line', numbering: 'none', hasContents: false }),
} as const satisfies Record<string, HouseStyle>;
