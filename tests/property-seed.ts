import fc from 'fast-check';
import { runsOf } from './property-runs';

/**
 * Property tests try the same inputs in every run, so that a failure is caused by the change that is being tested. Longer runs
 * (`RUNS=20000 npx vitest run tests/newsletter`) try other inputs each time.
 */
const isLong = import.meta.env['RUNS'] !== undefined;
fc.configureGlobal({ numRuns: runsOf(100), ...(!isLong && { seed: 20_261_124 }) });
