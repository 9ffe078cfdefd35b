/** vite puts a component's styles into the page that shows it. */
declare module '*.css';
