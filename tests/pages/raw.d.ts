/** Vite returns the text of the file. */
declare module '*.html?raw' {
  const text: string;
  export default text;
}
