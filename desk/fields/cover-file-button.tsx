import { useTranslate } from '../../src/ui/translation-context';
import { chooseCover } from '../actions/cover-actions';
import { useDesk } from '../state/desk';

/** A button that chooses the file of the cover's picture. */
export function CoverFileButton({ look, hasPicture }: { look: 'plain' | 'quiet'; hasPicture: boolean }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <label class={`button button-${look} file-button`}>
      <input
        type="file"
        class="visually-hidden"
        accept="image/*"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) desk.run(() => chooseCover(desk, file));
        }}
      />
      {translate(hasPicture ? 'deskCoverChange' : 'deskCoverChoose')}
    </label>
  );
}
