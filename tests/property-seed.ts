import fc from 'fast-check';

/**
 * Property tests try the same inputs in every run, so that a red run tells of the change at hand. Run longer, as
 * `RUNS=20000 npx vitest run tests/newsletter`, they try others each time.
 */
if (import.meta.env['RUNS'] === undefined) fc.configureGlobal({ seed: 20_261_124 });
