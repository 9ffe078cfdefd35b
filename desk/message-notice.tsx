import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/banner';
import { Status } from '../src/ui/status';
import { useTranslate } from '../src/ui/translation-context';
import { useDesk } from './state/desk';

/** Milliseconds after which a confirmation disappears. An error stays until it is closed. */
const STAY = 10_000;

/** A message about what was done or went wrong, with the actions for it. It stays while it is hovered or has the focus. */
export function MessageNotice() {
  const desk = useDesk();
  const translate = useTranslate();
  const boxRef = useRef<HTMLDivElement>(null);
  const { message } = desk;
  const isBad = message?.tone === 'danger' || message?.tone === 'warning';
  useEffect(() => {
    if (message === undefined || isBad) return undefined;
    const timer = setInterval(() => {
      if (boxRef.current?.querySelector(':hover, :focus-visible') === null) desk.say(undefined);
    }, STAY);
    return () => clearInterval(timer);
  }, [desk, message, isBad]);
  return (
    <div class="desk-message" ref={boxRef}>
      <Status isUrgent={message?.tone === 'danger'}>
        {message && (
          <Notice
            tone={message.tone}
            actions={
              <>
                {message.action && <Button onClick={message.action.run}>{message.action.label}</Button>}
                <Button look="quiet" icon="close" isIconOnly onClick={() => desk.say(undefined)}>
                  {translate('uiClose')}
                </Button>
              </>
            }
          >
            {message.words}
          </Notice>
        )}
      </Status>
    </div>
  );
}
