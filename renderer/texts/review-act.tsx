import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActId } from '../../core/draft/types.ts';
import { searchActs } from '../../core/law/acts.ts';
import { changesBetween } from '../../core/law/official-text/changes.ts';
import type { OfficialText } from '../../core/law/official-text/types.ts';
import { actFromText, actOfText, headerDifferences } from '../../core/law/official-text/which-act.ts';
import { ActLine } from '../panels/act-line.tsx';
import { keepAct } from '../register/deeds.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { shelfKey } from '../state/text-shelf.ts';
import { todayOf } from '../state/today.ts';
import { PickList } from '../ui/pick-list.tsx';
import { useActName } from '../ui/use-act-name.ts';
import { ChangesList } from './changes-list.tsx';
import { SaidStatusLine } from './said-status.tsx';

interface ReviewActProps {
  readonly text: OfficialText;
  /** The name of the file that it was read from. */
  readonly file: string;
  readonly act: ActId | undefined;
  readonly onAct: (act: ActId) => void;
}

/** Which act of the register the text is of: by its header, or as the person chooses; a contradiction is said. */
export function ReviewAct({ text, file, act: id, onAct }: ReviewActProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const nameOf = useActName();
  const { acts } = useStore(desk.law);
  const [isChoosing, setChoosing] = useState(false);
  const act = id === undefined ? undefined : acts.byId.get(id);
  const right = actOfText(acts, text);
  const differences = act ? headerDifferences(act, text) : [];
  const choose = (chosen: ActId): void => {
    setChoosing(false);
    onAct(chosen);
  };
  return (
    <section className="review-part" aria-label={t('texts:review.act')}>
      <h3 className="panel-title">{t('texts:review.act')}</h3>
      {act ? <ActLine act={act} /> : <p className="review-said">{t('texts:review.unknownAct')}</p>}
      {differences.length > 0 ? (
        <p className="failure" role="alert">
          {t('texts:review.differs', {
            fields: differences.map((field) => t(`texts:header.${field}`).toLowerCase()).join(', '),
          })}
        </p>
      ) : null}
      {act ? <SaidStatusLine act={act} text={text} /> : null}
      {right && right.id !== id ? (
        <Button className="link" onPress={() => choose(right.id)}>
          {t('texts:review.takeRight', { act: nameOf(right) })}
        </Button>
      ) : null}
      {!right && (!act || differences.length > 0) && actFromText(text) ? (
        <Button
          className="button"
          onPress={async () => {
            const added = await addFromText(desk, text, file);
            if (added !== undefined) choose(added);
          }}
        >
          {t('texts:review.addAct')}
        </Button>
      ) : null}
      <Replaces text={text} act={id} />
      {isChoosing || !act ? (
        <ActChoice onAct={choose} />
      ) : (
        <Button className="link" onPress={() => setChoosing(true)}>
          {t('texts:review.chooseAct')}
        </Button>
      )}
    </section>
  );
}

/** Adds the act as its text names itself; the file is its source, and it stays unverified until a person says otherwise. */
async function addFromText(desk: Desk, text: OfficialText, file: string): Promise<ActId | undefined> {
  const named = actFromText(text);
  if (!named) return undefined;
  const { author } = desk.settings.get();
  const id = `local-${desk.ports.newId()}`;
  const act = { ...named, id, source: file, addedBy: author, addedOn: todayOf(desk.ports) };
  return (await keepAct(desk, act)) ? id : undefined;
}

function ActChoice({ onAct }: { readonly onAct: (act: ActId) => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { acts } = useStore(desk.law);
  const [query, setQuery] = useState('');
  return (
    <div className="review-acts">
      <PickList
        label={t('desk:law.search')}
        placeholder={t('desk:law.search')}
        query={query}
        onQuery={setQuery}
        items={query.trim() === '' ? acts.acts : searchActs(acts, query)}
        keyOf={(act) => act.id}
        render={(act) => <ActLine act={act} />}
        onPick={(act) => onAct(act.id)}
        empty={t('cite:nothing')}
      />
    </div>
  );
}

/** What replacing the text that there is already changes. */
function Replaces({ text, act }: { readonly text: OfficialText; readonly act: ActId | undefined }): ReactNode {
  const { t } = useTranslation();
  const { shelf } = useDesk();
  const { texts } = useStore(shelf);
  useEffect(() => {
    if (act !== undefined) void shelf.load([act]);
  }, [shelf, act]);
  const before = act === undefined ? undefined : texts.get(shelfKey({ act, language: text.language }));
  const changes = useMemo(() => before && changesBetween(before.text, text), [before, text]);
  if (!changes) return null;
  return (
    <div className="review-replaces" role="status">
      <p>{t('texts:replaces.title')}</p>
      <ChangesList changes={changes} />
    </div>
  );
}
