import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SectionPicker } from '../src/ui/fields/section-picker';
import { TextArea } from '../src/ui/fields/text-area';
import { Status } from '../src/ui/status';
import { useTranslate } from '../src/ui/translation-context';
import { ArticleFields } from './field-rows';
import type { ClipForm } from './clip-form';
import type { ClipStatus } from './clip-status';
import type { BeforeSave, Clipping, ClippingState, PopupMessage } from './clipping';
import { articleKeyIn, type ArticleContext } from './article-context';
import { LateQuotes } from './late-quotes';
import { MessageLine } from './message-line';
import { SaveBar } from './save-bar';

interface PopupProps {
  clipping: Clipping;
  onSave: () => void;
  onMakeRoom: () => void;
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
  const { facts, sheet, isSaving, message } = useClipping(clipping);
  const { content } = sheet;
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const addressRef = useRef<HTMLInputElement>(null);
  const standing = useStanding(facts);
  useKeys(onSave, onReadAgain);
  useFocus(commentRef, message);
  const isNothingKnown = isUnknownPage(facts);
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
        <Status>
          {standing && <standing.View facts={facts} onOpenClip={onOpenDesk} onReadAgain={onReadAgain} />}
        </Status>
        <ArticleFields
          content={content}
          facts={facts}
          addressRef={addressRef}
          isAddressRefused={isAddressRefused(message)}
          onWrite={(field, value) => clipping.write(field, value)}
          onShow={(field, isShown) => clipping.change(field, { [field]: isShown })}
        />
        <LateQuotes clipping={clipping} quotes={content.quotes} />
        {facts.concealed && <facts.concealed.View parts={facts.concealed.parts} />}
      </div>
      <OwnFields clipping={clipping} facts={facts} form={sheet} commentRef={commentRef} />
      <MessageLine
        clipping={clipping}
        message={isAddressRefused(message) ? undefined : message} // said at the field
        facts={facts}
        onMakeRoom={props.onMakeRoom}
        onUndoSave={props.onUndoSave}
        onUndoClipped={props.onUndoClipped}
      />
      <SaveBar
        isSaving={isSaving}
        hasDraft={sheet.touched.size > 0}
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
  facts: ArticleContext;
  form: ClipForm;
  commentRef: RefObject<HTMLTextAreaElement | null>;
}

/** What the analyst adds to the article: the section and the comment. */
function OwnFields({ clipping, facts, form, commentRef }: OwnFieldsProps) {
  const translate = useTranslate();
  const { content, newSection } = form;
  return (
    <div class="popup-own">
      <SectionPicker
        sections={facts.issue?.sections ?? []}
        chosen={{
          ...(content.sectionId !== undefined && { sectionId: content.sectionId }),
          ...(newSection !== undefined && { newSection }),
        }}
        onChoose={(choice) => clipping.chooseSection(choice)}
      />
      <TextArea
        label={translate('uiComment')}
        isLabelHidden
        placeholder={translate('popupCommentPlaceholder')}
        lines={4}
        areaRef={commentRef}
        value={content.comment}
        onChange={(comment) => clipping.write('comment', comment)}
      />
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
function useStanding({
  capture,
  found,
  isFirstInIncognito,
}: ArticleContext): { View: typeof ClipStatus } | undefined {
  const [standing, setStanding] = useState<{ View: typeof ClipStatus }>();
  const isQuiet =
    !isFirstInIncognito &&
    !found?.current &&
    !found?.earlier &&
    (!capture || ('page' in capture && !capture.page.isLoading && !capture.page.errorStatus));
  useEffect(() => {
    if (!isQuiet) void import('./clip-status').then(({ ClipStatus: View }) => setStanding({ View }));
  }, [isQuiet]);
  return standing;
}

/** The page could not be read, and the browser does not tell its address. */
function isUnknownPage(facts: ArticleContext): boolean {
  const { capture } = facts;
  return capture !== undefined && 'unreadable' in capture && articleKeyIn(facts) === undefined;
}

function isAddressRefused(message: PopupMessage | undefined): boolean {
  return message?.kind === 'refused' && message.reason === 'address';
}
