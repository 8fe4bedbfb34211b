import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActId } from '../../core/draft/types.ts';
import { coverageOf, type RowOrder, type RowsShown, rowsShown } from '../../core/law/register-rows.ts';
import { ActCard } from '../panels/act-card.tsx';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segments } from '../ui/segments.tsx';
import { LawDayField } from './law-day-field.tsx';
import './register.css';
import { RegisterGrid } from './register-grid.tsx';
import { useDiffering } from './register-links.tsx';
import { useRows } from './use-rows.ts';

interface RegisterDialogProps {
  readonly opened: ActId | undefined;
  readonly show: RowsShown | undefined;
  readonly onClose: () => void;
}

/** The whole register as a table, with the card of the chosen act beside it. */
export function RegisterDialog({ opened: first, show: firstShow, onClose }: RegisterDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { acts } = useStore(desk.law);
  const [query, setQuery] = useState('');
  const [show, setShow] = useState<RowsShown>(firstShow ?? 'all');
  const [order, setOrder] = useState<RowOrder>();
  const [opened, setOpened] = useState(first);
  const rows = useRows({ query, show, order }, useTextCounts());
  const act = opened === undefined ? undefined : acts.byId.get(opened);
  const open = (id: ActId): void => {
    setOpened(id);
    desk.act.set(id);
  };
  return (
    <DialogFrame title={t('register:title')} size="wide" onClose={onClose}>
      <div className="register">
        <p className="hint">{t('register:coverage', { ...coverageOf(acts.acts) })}</p>
        <div className="register-tools">
          <TextField className="field" autoFocus={first === undefined} value={query} onChange={setQuery}>
            <Label>{t('register:find')}</Label>
            <Input className="input" />
            <Text slot="description" className="hint">
              {t('register:findHint')}
            </Text>
          </TextField>
          <LawDayField />
        </div>
        <div className="register-tools">
          <Shown show={show} onChange={setShow} />
          <Button className="button" onPress={() => desk.dialog.set({ kind: 'own-act', query, from: 'register' })}>
            {t('register:add')}
          </Button>
        </div>
        <p role="status" className="hint">
          {rows.length === 0 ? t('register:nothing') : t('register:shown', { count: rows.length })}
          {' · '}
          {t('register:gridHint')}
        </p>
        <div className={act ? 'register-split' : ''}>
          <div className="register-scroll">
            <RegisterGrid rows={rows} order={order} opened={opened} onOrder={setOrder} onOpen={open} />
          </div>
          {act ? (
            <OpenedCard key={act.id} onClose={() => setOpened(undefined)}>
              <ActCard act={act} place="register" onOpen={open} />
            </OpenedCard>
          ) : null}
        </div>
      </div>
    </DialogFrame>
  );
}

interface ShownProps {
  readonly show: RowsShown;
  readonly onChange: (show: RowsShown) => void;
}

function Shown({ show, onChange }: ShownProps): ReactNode {
  const { t } = useTranslation();
  const differing = useDiffering();
  const offered = rowsShown.filter((id) => id !== 'differing' || differing.length > 0 || show === id);
  return (
    <Segments
      label={t('register:filter')}
      options={offered.map((id) => ({ id, name: t(`register:show.${id}`) }))}
      selected={[show]}
      onChange={([chosen]) => chosen && onChange(chosen)}
    />
  );
}

interface OpenedCardProps {
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** The card takes the focus when it opens, so that it is read and its buttons are next. */
function OpenedCard({ children, onClose }: OpenedCardProps): ReactNode {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} className="register-card" aria-label={t('register:card')} tabIndex={-1}>
      <Button className="icon-button" aria-label={t('register:closeCard')} onPress={onClose}>
        <Icon name="cross" />
      </Button>
      {children}
    </section>
  );
}

/** How many texts of each act this machine has. */
function useTextCounts(): ReadonlyMap<ActId, number> {
  const { bridge } = useDesk();
  const [counts, setCounts] = useState<ReadonlyMap<ActId, number>>(new Map());
  useEffect(() => {
    let isShown = true;
    void bridge.request('library.read', {}).then((reply) => {
      if (!reply.ok || !isShown) return;
      const found = new Map<ActId, number>();
      for (const { act } of reply.value.texts) found.set(act, (found.get(act) ?? 0) + 1);
      setCounts(found);
    });
    return () => {
      isShown = false;
    };
  }, [bridge]);
  return counts;
}
