import { useEffect, useMemo } from 'preact/hooks';
import { forgetHub, requestHub } from '../../src/browser/hub-permission';

export interface HubPermission {
  /** To be called in the task of a click. */
  ask: (address: string) => Promise<boolean>;
  giveBack: () => void;
  /** The machine has joined: the permission stays when the form closes. */
  keep: () => void;
}

/** The permission to connect to a hub. It is given back when the form or the page closes before the machine has joined. */
export function useHubPermission(): HubPermission {
  const permission = useMemo(askedPermission, []);
  useEffect(() => {
    addEventListener('pagehide', permission.giveBack);
    return () => {
      removeEventListener('pagehide', permission.giveBack);
      permission.giveBack();
    };
  }, [permission]);
  return permission;
}

function askedPermission(): HubPermission {
  const asked = new Set<string>();
  return {
    async ask(address) {
      asked.add(address);
      const isAllowed = await requestHub(address);
      const isWanted = asked.has(address); // or the form was closed while the browser asked
      if (isAllowed && !isWanted) await forgetHub(address);
      if (!isAllowed) asked.delete(address);
      return isAllowed && isWanted;
    },
    giveBack() {
      for (const address of asked) void forgetHub(address).catch(console.error);
      asked.clear();
    },
    keep: () => asked.clear(),
  };
}
