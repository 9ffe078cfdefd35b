import { useCallback, useState } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { TextField } from '../../src/ui/fields/text-field';
import { useTranslate } from '../../src/ui/translation-context';
import { openBin } from '../actions/bin-actions';
import { useDesk } from '../state/desk';
import { focusOn } from '../state/focus';
import type { SectionGroup } from '../state/shown-clips';
import { BinList } from './bin-list';
import { OutlineTree } from './outline-tree';
import './outline.css';
import { PeriodPicker } from './period-picker';
import { SelectionBar } from './selection-bar';
import { moveInSearch } from './search-keys';
import { SearchResults } from './search-results';

/** The sections with their clips, the results of a search over all issues, or the bin. */
export function Outline({ groups, onAddClip }: { groups: readonly SectionGroup[]; onAddClip: () => void }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { query, isBinOpen } = desk.view;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback(
    (id: string, isClosed: boolean) =>
      setClosed((before) => (isClosed ? before.union(new Set([id])) : before.difference(new Set([id])))),
    [],
  );
  const endSearch = () => {
    desk.show({ query: '' });
    focusOn('outline', {});
  };
  const { bin, clips, isEditable } = desk.content;
  return (
    <>
      <SearchField query={query} onEnd={endSearch} />
      {query.trim() !== '' ? (
        <div onKeyDown={(event) => moveInSearch(event, endSearch)}>
          <SearchResults query={query} />
        </div>
      ) : isBinOpen === true ? (
        <BinList bin={bin} onClose={() => openBin(desk, false)} />
      ) : (
        <>
          <div class="outline-add">
            <Button look="quiet" icon="add" onClick={onAddClip}>
              {translate('deskAddClip')}
            </Button>
          </div>
          {isEditable && <PeriodPicker />}
          <SelectionBar />
          <OutlineTree
            groups={groups}
            openId={desk.view.clipId}
            selectedIds={desk.view.selection?.ids}
            closed={closed}
            onFold={fold}
          />
          {isEditable && clips.length > 0 && (
            <p class="hint outline-touch">{translate('deskOutlineTouch')}</p>
          )}
          <div class="outline-end">
            <Button look="quiet" icon="bin" onClick={() => openBin(desk, true)}>
              {translate('deskBinOf', String(bin.length))}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function SearchField({ query, onEnd }: { query: string; onEnd: () => void }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="outline-search" role="search" onKeyDown={(event) => moveInSearch(event, onEnd)}>
      <TextField
        label={translate('deskSearch')}
        isLabelHidden
        type="search"
        placeholder={translate('deskSearch')}
        value={query}
        onChange={(text) => desk.show({ query: text })}
      />
    </div>
  );
}
