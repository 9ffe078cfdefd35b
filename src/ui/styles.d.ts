/** vite adds a component's styles to the page that uses it. */
declare module '*.css';
