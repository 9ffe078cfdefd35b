import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SectionPicker } from '../src/ui/fields/section-picker';
import { Status } from '../src/ui/status';
import { useTranslate } from '../src/ui/translation-context';
import { ArticleFields } from './field-rows';
import type { ClipForm } from './clip-form';
import type { BeforeSave, Clipping, ClippingState, PopupMessage } from './clipping';
import { CommentField } from './comment-field';
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
  /** Without a clip: on the current issue. */
  onOpenDesk: (clipId?: string) => void;
  onOpenOptions: () => void;
  onReadAgain: () => void;
}

/** One clip: above what the page says, below what the analyst does with it. */
export function Popup(props: PopupProps) {
  const { clipping, onSave, onOpenDesk, onOpenOptions, onReadAgain } = props;
  const translate = useTranslate();
  const { context, form, isSaving, message } = useClipping(clipping);
  const { content } = form;
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const addressRef = useRef<HTMLInputElement>(null);
  const status = useClipStatus(context);
  const late = useLatePart(true, loadLateView); // asked for once the comment takes keys
  useKeys(onSave, onReadAgain);
  useFocus(commentRef, message);
  const isNothingKnown = isUnknownPage(context);
  useEffect(() => {
    if (isNothingKnown && commentRef.current?.value === '') addressRef.current?.focus();
  }, [isNothingKnown]);
  useEffect(() => {
    if (isAddressRefused(message)) addressRef.current?.focus();
  }, [message]);

  return (
    <main class="popup">
      <h1 class="visually-hidden">{translate('actionTitle')}</h1>
      <div class="popup-article">
        <ArticleFields
          content={content}
          context={context}
          addressRef={addressRef}
          isAddressRefused={isAddressRefused(message)}
          late={late}
          onWrite={(field, value) => clipping.write(field, value)}
          onShow={(field, isShown) => clipping.change(field, { [field]: isShown })}
        />
        {late ? <late.Quotes clipping={clipping} quotes={content.quotes} /> : null}
        {context.concealed && <context.concealed.View parts={context.concealed.parts} />}
        <Status>
          {status && (
            <status.ClipStatus context={context} onOpenClip={onOpenDesk} onReadAgain={onReadAgain} />
          )}
        </Status>
      </div>
      <OwnFields clipping={clipping} context={context} form={form} commentRef={commentRef} />
      <Messages
        {...props}
        late={late}
        context={context}
        message={isAddressRefused(message) ? undefined : message} // said at the field
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

/** What was said last. A message that keeps the analyst from going on interrupts a screen reader. The regions are there before their words. */
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
 * Puts the focus where typing starts whenever nothing has it: at first, when a message took along the button that was
 * pressed, and when Firefox shows its popup, which it makes before and may forget the focus of.
 */
function useFocus(ref: RefObject<HTMLElement | null>, message: PopupMessage | undefined): void {
  useLayoutEffect(() => {
    const focus = () => {
      if (document.activeElement === document.body) ref.current?.focus();
    };
    focus();
    addEventListener('focus', focus);
    return () => removeEventListener('focus', focus);
  }, [ref, message]);
}

/** Ctrl/Cmd+Enter saves, and F5 reads the page again, wherever the focus is, before any control can take the key for itself. */
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

/** What tells how things stand with the article: of most there is nothing to tell, so it is loaded when there is. */
function useClipStatus({ capture, found, isFirstInIncognito }: ArticleContext) {
  const isQuiet =
    !isFirstInIncognito &&
    !found?.current &&
    !found?.earlier &&
    (!capture || ('page' in capture && !capture.page.isLoading && !capture.page.errorStatus));
  return useLatePart(!isQuiet, loadClipStatus);
}

/** The page could not be read, and the browser does not tell its address. */
function isUnknownPage(context: ArticleContext): boolean {
  const { capture } = context;
  return capture !== undefined && 'unreadable' in capture && articleKeyIn(context) === undefined;
}

function isAddressRefused(message: PopupMessage | undefined): boolean {
  return message?.kind === 'refused' && message.reason === 'address';
}
