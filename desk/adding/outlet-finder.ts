import { createContext } from 'preact';
import type { KnownOutlet } from '../actions/add-clip';

/** Looks an address up in the outlet directory, which src/browser loads and the page provides. No request is made to the address. */
export type FindOutlet = (address: string) => Promise<KnownOutlet | undefined>;

export const OutletFinder = createContext<FindOutlet>(() => Promise.resolve(undefined));
