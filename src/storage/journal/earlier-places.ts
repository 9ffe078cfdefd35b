import { cachePlace } from './cache-place';
import { isPassing, limitTime, type CopyPlace } from './copy-place';
import { MADE_LATE } from './database-place';
import { filePlace } from './file-place';

/** Where earlier versions kept the copy in Firefox: the origin private file system and a cache. */
export interface EarlierPlaces {
  /** Empty unless they are there. */
  readonly places: readonly CopyPlace[];
  areThere: () => Promise<boolean>;
  /** To be called when all other places have the files. A place must lose `MADE_LATE` afterwards, or it is repeated. */
  remove: () => Promise<void>;
}

/**
 * They are there if all places of today were made late. Otherwise they must not even be opened: Firefox would create lists of their files, and
 * deletes everything that the origin has stored if one of these is torn.
 */
export function earlierPlaces(databaseName: string, today: readonly CopyPlace[]): EarlierPlaces {
  let known: Promise<boolean> | undefined;
  const areThere = () => (known ??= areAllLate(today));
  const places = [
    limitTime(filePlace(databaseName, () => navigator.storage.getDirectory())),
    limitTime(cachePlace(`journal ${databaseName}`)),
  ];
  return {
    places: places.map((place) => ({
      ...place,
      names: async () => ((await areThere()) ? place.names() : []),
      read: async (file) => ((await areThere()) ? place.read(file) : undefined),
    })),
    areThere,
    remove: async () => {
      for (const place of places) await removeAll(place);
    },
  };
}

async function areAllLate(places: readonly CopyPlace[]): Promise<boolean> {
  const lists = await Promise.allSettled(places.map((place) => place.names()));
  const listed = lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []));
  return listed.length > 0 && listed.every((names) => names.includes(MADE_LATE));
}

async function removeAll(place: CopyPlace): Promise<void> {
  try {
    await place.renew();
  } catch (error) {
    if (!(error instanceof DOMException) || isPassing(error)) throw error; // otherwise there is nothing, or it is torn
  }
}
