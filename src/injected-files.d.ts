/** crxjs builds the file for injection and gives its name in the build. */
declare module '*?iife' {
  const file: string;
  export default file;
}

/** Vite builds the worker and gives the address of its file. */
declare module '*?worker&url' {
  const file: string;
  export default file;
}
