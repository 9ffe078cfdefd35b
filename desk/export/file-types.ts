/** The file formats of an issue, by file extension. JSON is the input of `npm run draft`. */
export const FILE_TYPES = {
  md: 'text/markdown',
  html: 'text/html',
  txt: 'text/plain',
  json: 'application/json',
} as const;
export type FileForm = keyof typeof FILE_TYPES;
