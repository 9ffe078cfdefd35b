import './icon.css';

/** Strokes on a grid of 16 units. */
const SHAPES = {
  add: 'M8 3v10M3 8h10',
  bin: 'M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  down: 'M3.5 6l4.5 4.5L12.5 6',
  edit: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.3 4.5l2.2 2.2',
  file: 'M2.5 3.5h11M2.5 8h5M2.5 12.5h5M13.5 3.5v6.5H9.8M11.8 8l-2 2 2 2',
  link: 'M6.5 9.5l3-3M7 5l1.8-1.8a2.5 2.5 0 0 1 3.9.3 2.6 2.6 0 0 1-.3 3.3L10.8 8.6M9 11l-1.8 1.8a2.5 2.5 0 0 1-3.9-.3 2.6 2.6 0 0 1 .3-3.3L5.2 7.4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  note: 'M3 3h7M3 6.5h5M3 10h3.5M11 8.5v5M8.5 11h5',
  open: 'M6 3.5H3v9.5h9.5V10M9 3h4v4M13 3L7.5 8.5',
  options: 'M2.5 5h5.5M11.5 5h2M9.75 3.2v3.6M2.5 11h2M8 11h5.5M6.25 9.2v3.6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H6.5a4 4 0 0 0 0 8H10',
  tick: 'M3 8.5l3.2 3.2L13 5',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6H9.5a4 4 0 0 1 0 8H6',
  up: 'M3.5 10L8 5.5l4.5 4.5',
  warning: 'M8 2.2L14.3 13.3H1.7zM8 6.5v3.2M8 11.6h.01',
} as const;
export type IconName = keyof typeof SHAPES;

/** A decoration: the control around it has a text with the same meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
