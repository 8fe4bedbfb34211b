import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { GrammaticalCase, Pinpoint } from '../../core/draft/types.ts';
import { type Citation, citationGaps, renderCitation } from '../../core/law/citation.ts';
import { type PinpointLevel, parseNumbers, pinpointLevels } from '../../core/law/pinpoint.ts';
import { findCitation } from '../../core/law/query.ts';
import type { Act } from '../../core/law/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { ActLine } from '../panels/act-line.tsx';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { storedCase } from './case-select.tsx';
import { type CiteOptions, CiteOptionsForm } from './cite-options.tsx';
import { DeadActWarning } from './dead-act-warning.tsx';
import { PinpointFields } from './pinpoint-fields.tsx';
import { Preview } from './preview.tsx';

/** What was typed in the separate fields; it outweighs what the search field says. */
type TypedPinpoint = Partial<Record<PinpointLevel, string>>;

function mergePinpoints(found: Pinpoint, typed: TypedPinpoint): Pinpoint {
  const merged: Partial<Record<PinpointLevel, readonly string[]>> = {};
  for (const level of pinpointLevels) {
    const written = typed[level];
    const numbers = written === undefined ? found[level] : parseNumbers(written);
    if (numbers && numbers.length > 0) merged[level] = numbers;
  }
  return merged;
}

interface CiteDialogProps {
  readonly editor: DraftEditor;
  readonly onClose: () => void;
}

/** Finds an act and a place in it by what is typed in one field, shows the citation in three languages and puts it in. */
export function CiteDialog({ editor, onClose }: CiteDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<Act>();
  const [typed, setTyped] = useState<TypedPinpoint>({});
  const [options, setOptions] = useState<CiteOptions>({
    case: 'nom' as GrammaticalCase,
    dated: false,
    languages: 'all',
  });

  const found = findCitation(desk.acts, query);
  const pinpoint = mergePinpoints(found.pinpoint, typed);
  const citationOf = (act: Act): Citation => ({
    act: act.id,
    pinpoint,
    ...storedCase(options.case),
    ...(options.dated ? { dated: true as const } : {}),
  });
  const insert = (act: Act): void => {
    onClose();
    editor.insertCitation({ ...citationOf(act), languages: options.languages });
    desk.act.set(act.id);
  };
  const chosen = active && found.acts.includes(active) ? active : found.acts[0];

  return (
    <DialogFrame
      title={t('cite:title')}
      onClose={onClose}
      size="wide"
      footer={
        <>
          <span className="hint">{t('cite:keys')}</span>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" isDisabled={!chosen} onPress={() => chosen && insert(chosen)}>
            {t('cite:insert')}
          </Button>
        </>
      }
    >
      <div className="cite">
        <PickList
          label={t('cite:search')}
          placeholder={t('cite:placeholder')}
          autoFocus
          query={query}
          onQuery={setQuery}
          items={found.acts}
          keyOf={(act) => act.id}
          render={(act) => <ActLine act={act} />}
          onActive={setActive}
          onPick={insert}
          clickMoves
          empty={t('cite:nothing')}
        />
        <div className="cite-side">
          <PinpointFields
            shown={pinpoint}
            typed={typed}
            onChange={(level, written) => setTyped((before) => ({ ...before, [level]: written }))}
            onEnter={() => chosen && insert(chosen)}
          />
          <CiteOptionsForm value={options} onChange={setOptions} />
          {chosen ? (
            <>
              <DeadActWarning
                act={chosen}
                onReplace={(successor) => {
                  setQuery(successor.id);
                  setTyped({});
                }}
              />
              <Preview
                words={(language) => renderCitation(citationOf(chosen), desk.acts, language)}
                remarks={(language) =>
                  citationGaps(citationOf(chosen), desk.acts, language).map((gap) => t(`law:gap.${gap}`))
                }
              />
            </>
          ) : null}
        </div>
      </div>
    </DialogFrame>
  );
}
