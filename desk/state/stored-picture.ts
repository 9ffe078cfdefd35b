import { useEffect, useState } from 'preact/hooks';
import { readPicture } from '../../src/storage/pictures';
import { useDesk } from './desk';

/** The object URL of a stored picture; `undefined` until it has been read, or without a picture. */
export function useStoredPicture(id: string | undefined): string | undefined {
  const desk = useDesk();
  const [shown, setShown] = useState<{ id: string; address: string }>();
  useEffect(() => {
    if (id === undefined) return;
    let address: string | undefined;
    let isGone = false;
    desk.run(async () => {
      const picture = await readPicture(desk.database, id);
      if (picture === undefined || isGone) return;
      address = URL.createObjectURL(picture);
      setShown({ id, address });
    });
    return () => {
      isGone = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [desk, id]);
  return shown !== undefined && shown.id === id ? shown.address : undefined;
}
