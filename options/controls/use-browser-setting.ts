import { useEffect, useState } from 'preact/hooks';

/**
 * A setting that is changed in the browser, not here. It is read again whenever the user returns to the page. `undefined` until
 * it has been read. Pass a function that stays the same.
 */
export function useBrowserSetting<Setting>(read: () => Promise<Setting>): Setting | undefined {
  const [setting, setSetting] = useState<Setting>();
  useEffect(() => {
    const readAgain = () => void read().then((found) => setSetting(() => found));
    readAgain();
    document.addEventListener('visibilitychange', readAgain);
    addEventListener('focus', readAgain);
    return () => {
      document.removeEventListener('visibilitychange', readAgain);
      removeEventListener('focus', readAgain);
    };
  }, [read]);
  return setting;
}
