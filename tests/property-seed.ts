import fc from 'fast-check';
import { runsOf } from './property-runs';

/**
 * Property tests try the same inputs in every run, so that a red run tells of the change at hand. Run longer, as
 * `RUNS=20000 npx vitest run tests/newsletter`, they try others each time.
 */
const isLong = import.meta.env['RUNS'] !== undefined;
fc.configureGlobal({ numRuns: runsOf(100), ...(!isLong && { seed: 20_261_124 }) });
