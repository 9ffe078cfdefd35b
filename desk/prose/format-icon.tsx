/** Strokes on a grid of 16 units, like src/ui/icon.tsx. Only the desk uses these. */
const SHAPES = {
  bold: 'M4.5 3h4a2.4 2.4 0 0 1 0 4.9h-4zM4.5 7.9h4.7a2.55 2.55 0 0 1 0 5.1H4.5z',
  italic: 'M6.5 3h5M4.5 13h5M9.2 3L6.8 13',
  link: 'M6.5 9.5l3-3M7 5l1.8-1.8a2.5 2.5 0 0 1 3.9.3 2.6 2.6 0 0 1-.3 3.3L10.8 8.6M9 11l-1.8 1.8a2.5 2.5 0 0 1-3.9-.3 2.6 2.6 0 0 1 .3-3.3L5.2 7.4',
  bullets: 'M2.8 4h.01M2.8 8h.01M2.8 12h.01M6 4h7.5M6 8h7.5M6 12h7.5',
  numbers: 'M2 3.2l1-.7v3.2M1.9 9.1c.2-.9 1.9-.9 1.8.2-.1.9-1.8 1.4-1.8 2.4h1.9M6.5 4h7M6.5 8h7M6.5 12h7',
  quotation: 'M3 3v10M6 4.5h7.5M6 8h7.5M6 11.5h5',
  cut: 'M2.5 8h2.5M11 8h2.5M7 8h.01M9 8h.01M5 4.5v7M11 4.5v7',
  brackets: 'M5 3H2.8v10H5M11 3h2.2v10H11M6 8h4',
  split: 'M2.5 3h11M2.5 6h7M2.5 10h11M2.5 13h7M1.5 8h1.5M5 8h1.5M8.5 8H10M12 8h1.5',
} as const;
export type FormatIconName = keyof typeof SHAPES;

export function FormatIcon({ name }: { name: FormatIconName }) {
  return (
    <svg class={`icon format-icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
