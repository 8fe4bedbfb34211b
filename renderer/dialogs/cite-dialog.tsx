import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { counterpartsOf, type PlacedLink } from '../../core/draft/inline-edits.ts';
import type { CitationInline, Pinpoint } from '../../core/draft/types.ts';
import { type Citation, citationGaps, renderCitation } from '../../core/law/citation.ts';
import { type PinpointLevel, parseNumbers, pinpointLevels } from '../../core/law/pinpoint.ts';
import { findCitation } from '../../core/law/query.ts';
import type { Act } from '../../core/law/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { ActLine } from '../panels/act-line.tsx';
import { NothingFound } from '../register/register-links.tsx';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { storedCase } from './case-select.tsx';
import { type CiteOptions, CiteOptionsForm } from './cite-options.tsx';
import { DeadActWarning } from './dead-act-warning.tsx';
import { MentionForm, mentionOf, storedMention } from './mention-form.tsx';
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
  /** A citation of the text that is to be changed; without it a new one goes in at the caret. */
  readonly editing: PlacedLink | undefined;
  readonly onClose: () => void;
}

function citationIn(editing: PlacedLink | undefined): CitationInline | undefined {
  return editing?.link.type === 'citation' ? editing.link : undefined;
}

/** Those of the citation that is changed; a new one in a law that amends keeps the words of the act. */
function firstOptions(editor: DraftEditor, editing: PlacedLink | undefined): CiteOptions {
  const citation = citationIn(editing);
  const { meta, units } = editor.draft();
  const unit = units.find(({ id }) => id === editing?.unit);
  return {
    case: citation?.case ?? 'nom',
    dated: citation?.dated === true,
    ownWords: citation ? citation.ownWords === true : meta.template?.includes('amend') === true,
    languages: editing && unit && counterpartsOf(unit, editing).length === 0 ? 'active' : 'all',
  };
}

/** Finds an act and a place in it by what is typed in one field, shows the citation in three languages and puts it in. */
export function CiteDialog({ editor, editing, onClose }: CiteDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<Act>();
  const [typed, setTyped] = useState<TypedPinpoint>({});
  const [options, setOptions] = useState(() => firstOptions(editor, editing));
  const before = citationIn(editing);
  const [mention, setMention] = useState(() => mentionOf(before));
  const { units } = editor.state();

  const found = findCitation(desk.acts, query);
  const asked = Object.keys(found.pinpoint).length > 0 ? found.pinpoint : (before?.pinpoint ?? {});
  const pinpoint = mergePinpoints(asked, typed);
  const citationOf = (act: Act): Citation => ({
    act: act.id,
    pinpoint,
    ...storedCase(options.case),
    ...(options.dated ? { dated: true as const } : {}),
    ...(options.ownWords && act.articleWord ? { ownWords: true as const } : {}),
    ...storedMention(mention, act, units),
  });
  const insert = (act: Act): void => {
    onClose();
    if (editing) {
      const become: CitationInline = { type: 'citation', ...citationOf(act), children: [{ text: '' }] };
      editor.changeLink(editing, { become }, options.languages);
    } else editor.insertCitation({ ...citationOf(act), languages: options.languages });
    desk.act.set(act.id);
  };
  const chosen = active && found.acts.includes(active) ? active : found.acts[0];

  return (
    <DialogFrame
      title={t(editing ? 'inline:changeCitation' : 'cite:title')}
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
            {t(editing ? 'inline:apply' : 'cite:insert')}
          </Button>
        </>
      }
    >
      <div className="cite">
        <PickList
          label={t('cite:search')}
          placeholder={t('cite:placeholder')}
          autoFocus
          {...(before && { initialKey: before.act })}
          query={query}
          onQuery={setQuery}
          items={found.acts}
          keyOf={(act) => act.id}
          render={(act) => <ActLine act={act} />}
          onActive={setActive}
          onPick={insert}
          clickMoves
          empty={<NothingFound query={query} from="cite" />}
        />
        <div className="cite-side">
          <PinpointFields
            shown={pinpoint}
            typed={typed}
            onChange={(level, written) => setTyped((before) => ({ ...before, [level]: written }))}
            onEnter={() => chosen && insert(chosen)}
          />
          <CiteOptionsForm value={options} onChange={setOptions} articleWord={chosen?.articleWord} />
          {chosen ? (
            <>
              <DeadActWarning
                act={chosen}
                onReplace={(successor) => {
                  setQuery(successor.id);
                  setTyped({});
                }}
              />
              <MentionForm
                value={mention}
                onChange={setMention}
                act={chosen}
                units={units}
                before={before}
                onEnter={() => insert(chosen)}
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
