import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SectionPicker } from '../src/ui/fields/section-picker';
import { Status } from '../src/ui/status';
import { useTranslate } from '../src/ui/translation-context';
import { ArticleFields } from './field-rows';
import type { ClipForm } from './clip-form';
import type { BeforeSave, Clipping, ClippingState, PopupMessage } from './clipping';
import { CommentField } from './comment-field';
import type { CapturedPage } from '../src/news/captured-page';
import { articleKeyIn, type ArticleContext } from './article-context';
import { useLatePart } from '../src/ui/late-part';
import type * as LateView from './late-view';
import { SaveBar } from './save-bar';

const loadLateView = () => import('./late-view');
const loadClipStatus = () => import('./clip-status');

interface PopupProps {
  clipping: Clipping;
  onSave: () => void;
  onFreeSpace: () => void;
  onUndoSave: (before: BeforeSave) => void;
  onUndoClipped: (clipId: string) => void;
  /** Without an id, opens the current issue. */
  onOpenDesk: (clipId?: string) => void;
  onOpenOptions: () => void;
  onReadAgain: () => void;
}

/** The popup for one clip: at the top what the page says, below it what the analyst adds. */
export function Popup(props: PopupProps) {
  const { clipping, onSave, onOpenDesk, onOpenOptions, onReadAgain } = props;
  const translate = useTranslate();
  const { context, form, isSaving, message } = useClipping(clipping);
  const { content } = form;
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const addressRef = useRef<HTMLInputElement>(null);
  const status = useClipStatus(context);
  const late = useLatePart(true, loadLateView); // the late parts are requested when the comment takes keys
  useKeys(onSave, onReadAgain);
  useFocus(commentRef, message);
  const isNothingKnown = isUnknownPage(context);
  const isRefused = isAddressRefused(message);
  useEffect(() => {
    if (isNothingKnown && commentRef.current?.value === '') addressRef.current?.focus();
  }, [isNothingKnown]);
  useEffect(() => {
    if (isRefused) addressRef.current?.focus();
  }, [message, isRefused]);

  return (
    <main class="popup">
      <h1 class="visually-hidden">{translate('actionTitle')}</h1>
      {late && <late.NewsletterChoice {...context} />}
      <div class="popup-upper">
        <div class="popup-article">
          <ArticleFields
            content={content}
            context={context}
            addressRef={addressRef}
            isAddressRefused={isRefused}
            late={late}
            onWrite={(field, value) => clipping.write(field, value)}
            onShow={(field, isShown) => clipping.change(field, { [field]: isShown })}
          />
          {late && <late.Quotes clipping={clipping} quotes={content.quotes} />}
          {context.concealed && <context.concealed.View parts={context.concealed.parts} />}
        </div>
        <Status>
          {status && <status.ClipStatus {...{ context, onReadAgain }} onOpenClip={onOpenDesk} />}
        </Status>
      </div>
      <OwnFields clipping={clipping} context={context} form={form} commentRef={commentRef} />
      <Messages
        {...props}
        late={late}
        context={context}
        message={isRefused ? undefined : message} // its field shows this message
      />
      <SaveBar
        isSaving={isSaving}
        hasDraft={form.touched.size > 0}
        onSave={onSave}
        onDiscard={() => void clipping.discardDraft()}
        onOpenDesk={() => onOpenDesk()}
        onOpenOptions={onOpenOptions}
      />
    </main>
  );
}

interface OwnFieldsProps {
  clipping: Clipping;
  context: ArticleContext;
  form: ClipForm;
  commentRef: RefObject<HTMLTextAreaElement | null>;
}

/** What the analyst adds to the article: the section and the comment. */
function OwnFields({ clipping, context, form, commentRef }: OwnFieldsProps) {
  const { content, newSection } = form;
  const sections = context.issue?.sections ?? [];
  return (
    <div class="popup-own">
      <SectionPicker
        sections={sections}
        chosen={{
          ...(content.sectionId !== undefined && { sectionId: content.sectionId }),
          ...(newSection !== undefined && { newSection }),
        }}
        onChoose={(choice) => clipping.chooseSection(choice)}
      />
      <CommentField clipping={clipping} sections={sections} areaRef={commentRef} />
    </div>
  );
}

interface MessagesProps extends PopupProps {
  late: typeof LateView | undefined;
  context: ArticleContext;
  message: PopupMessage | undefined;
}

/**
 * The last message. Errors interrupt a screen reader. The live regions exist before they have text, because screen readers
 * announce only changes.
 */
function Messages({ late, message, ...props }: MessagesProps) {
  const isUrgent = message?.kind === 'failed' || message?.kind === 'refused';
  const line = late && message && <late.MessageLine {...props} message={message} />;
  return (
    <div class="popup-message">
      <Status>{!isUrgent && line}</Status>
      <Status isUrgent>{isUrgent && line}</Status>
    </div>
  );
}

function useClipping(clipping: Clipping): ClippingState {
  const [state, setState] = useState(clipping.state);
  useLayoutEffect(() => clipping.subscribe(setState), [clipping]);
  return state;
}

/**
 * Focuses the comment whenever nothing has the focus: when the popup opens, when a message disappears together with its focused
 * button, and when Firefox shows the popup, which it creates earlier and may then leave without focus. In Firefox, Tab leaves
 * the last control for the page itself and then reaches the first one, so after Tab the focus is left alone.
 */
function useFocus(ref: RefObject<HTMLElement | null>, message: PopupMessage | undefined): void {
  useLayoutEffect(() => {
    const focus = () => {
      if (document.activeElement === document.body) ref.current?.focus();
    };
    focus();
    addEventListener('focus', focus);
    addEventListener('keydown', leave);
    function leave({ key }: KeyboardEvent) {
      if (key === 'Tab') removeEventListener('focus', focus);
    }
    return () => {
      removeEventListener('focus', focus);
      removeEventListener('keydown', leave);
    };
  }, [ref, message]);
}

/**
 * Ctrl/Cmd+Enter saves and F5 reads the page again, wherever the focus is. Listens in the capture phase, so that no control
 * handles the key first.
 */
function useKeys(onSave: () => void, onReadAgain: () => void): void {
  useEffect(() => {
    const obey = (event: KeyboardEvent) => {
      const { key, isComposing } = event;
      const act = key === 'F5' ? onReadAgain : key === 'Enter' && (event.ctrlKey || event.metaKey) && onSave;
      if (!act || isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    addEventListener('keydown', obey, { capture: true });
    return () => removeEventListener('keydown', obey, { capture: true });
  }, [onSave, onReadAgain]);
}

/** Loads `ClipStatus` if there is something to say about the article, which is rare. */
function useClipStatus({ capture, found, isFirstInIncognito }: ArticleContext) {
  const isQuiet =
    !isFirstInIncognito &&
    !found?.current &&
    !found?.earlier &&
    (!capture || ('page' in capture && !isTroubled(capture.page)));
  return useLatePart(!isQuiet, loadClipStatus);
}

function isTroubled({ isLoading = false, isSelectionUnread = false, errorStatus }: CapturedPage): boolean {
  return isLoading || isSelectionUnread || errorStatus !== undefined;
}

/** Whether the page could not be read and the browser does not tell its address. */
function isUnknownPage(context: ArticleContext): boolean {
  const { capture } = context;
  return capture !== undefined && 'unreadable' in capture && articleKeyIn(context) === undefined;
}

function isAddressRefused(message: PopupMessage | undefined): boolean {
  return message?.kind === 'refused' && message.reason === 'address';
}
