/** crxjs builds the file for injection and gives its name in the build. */
declare module '*?iife' {
  const file: string;
  export default file;
}
