/** Packages without types. */
declare module '@tryghost/koenig-lexical' {
  import type { FunctionComponent, ReactNode } from 'react';
  interface Composer {
    cardConfig: object;
    fileUploader: { useFileUpload: () => object; fileTypes: object };
    children?: ReactNode;
  }
  export const KoenigComposer: FunctionComponent<Composer>;
  export const KoenigEditor: FunctionComponent<{ children?: ReactNode }>;
  export const HtmlOutputPlugin: FunctionComponent<{ setHtml: (html: string) => void }>;
}
declare module 'trix';
declare module 'tinymce/icons/default';
declare module 'tinymce/models/dom';
declare module 'tinymce/themes/silver';
declare module 'tinymce/plugins/lists';
declare module 'tinymce/plugins/link';
declare module 'react-dom/client' {
  import type { ReactNode } from 'react';
  export function createRoot(element: Element): { render: (node: ReactNode) => void; unmount: () => void };
}
