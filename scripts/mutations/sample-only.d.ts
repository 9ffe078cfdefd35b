import type { Location } from '@stryker-mutator/api/core';

export const sampled: { places: readonly Location[] };
