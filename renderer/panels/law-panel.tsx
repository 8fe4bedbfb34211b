import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../core/draft/types.ts';
import { formatDate } from '../../core/languages/format.ts';
import { searchActs } from '../../core/law/acts.ts';
import { focusPane } from '../commands/panes.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { LawDayFold } from '../register/law-day-field.tsx';
import { NothingFound, RegisterLinks } from '../register/register-links.tsx';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useEditorState } from '../state/use-editor.ts';
import { Analogues } from '../texts/analogues.tsx';
import { TextPanel } from '../texts/text-panel.tsx';
import { ActName } from '../ui/act-name.tsx';
import { ActStatusMark } from '../ui/act-status-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { ActCard } from './act-card.tsx';
import { ActLine } from './act-line.tsx';

/** The acts that a provision cites, in any of its languages, each once. */
function citedActs(unit: Unit | undefined): readonly string[] {
  const ids = (unit?.children ?? []).flatMap((cell) =>
    cell.children.flatMap((inline) => ('type' in inline && inline.type === 'citation' ? [inline.act] : [])),
  );
  return [...new Set(ids)];
}

/** The acts cited where the caret stands. */
function CitedHere({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const unit = useEditorState(editor, (state) => state.units.find(({ id }) => id === state.whereabouts?.unit));
  const { acts: index } = useStore(desk.law);
  const acts = citedActs(unit).flatMap((id) => index.byId.get(id) ?? []);
  if (acts.length === 0) return <p className="hint cited-none">{t('desk:law.noneHere')}</p>;
  return (
    <ul className="cited-here" aria-label={t('desk:law.here')}>
      {acts.map((act) => (
        <li key={act.id}>
          <Button className="cited" onPress={() => desk.act.set(act.id)}>
            <span>
              <ActName act={act} />
            </span>
            <ActStatusMark act={act} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The register of acts: those cited at the caret first, the rest by search. */
function Register({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const [query, setQuery] = useState('');
  const { acts } = useStore(desk.law);
  const items = query.trim() === '' ? acts.acts : searchActs(acts, query);
  return (
    <>
      <h3 className="panel-title">{t('desk:law.here')}</h3>
      <CitedHere editor={editor} />
      <Analogues editor={editor} />
      <h3 className="panel-title">{t('desk:law.register')}</h3>
      <RegisterLinks query={query} />
      <LawDayFold />
      <PickList
        label={t('desk:law.search')}
        placeholder={t('desk:law.search')}
        query={query}
        onQuery={setQuery}
        items={items}
        keyOf={(act) => act.id}
        render={(act) => <ActLine act={act} />}
        onPick={(act) => desk.act.set(act.id)}
        empty={<NothingFound query={query} from="panel" />}
      />
      <p className="hint compiled">{t('desk:law.compiled', { date: formatDate(language, desk.register.compiled) })}</p>
    </>
  );
}

/** The law at the caret: the card of an act, or the register to look one up. */
export function LawPanel({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const id = useStore(desk.act);
  const reading = useStore(desk.reading);
  const { acts } = useStore(desk.law);
  const act = id === undefined ? undefined : acts.byId.get(id);
  const back = useRef<HTMLButtonElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    // What had the focus went with the other view of the panel.
    if (document.activeElement !== document.body) return;
    if (back.current) back.current.focus();
    else focusPane('inspector', 'input');
  }, [id]);
  if (act && reading?.act === act.id) return <TextPanel editor={editor} act={act} reading={reading} />;
  if (!act) return <Register editor={editor} />;
  return (
    <>
      <Button ref={back} className="link back" onPress={() => desk.act.set(undefined)}>
        <Icon name="up" size={12} /> {t('desk:law.back')}
      </Button>
      <ActCard act={act} place="panel" onOpen={(id) => desk.act.set(id)} />
    </>
  );
}
