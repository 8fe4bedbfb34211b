import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { differenceOf } from '../../core/law/library.ts';
import { useDesk } from '../state/desk.ts';
import type { CardPlace } from '../state/dialogs.ts';
import { useStore } from '../state/store.ts';

interface NothingFoundProps {
  readonly query: string;
  readonly from: CardPlace | 'cite';
}

/** Said where a search of the register found nothing: the act can be added with what was typed. */
export function NothingFound({ query, from }: NothingFoundProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <>
      <p>{t('cite:nothing')}</p>
      <Button className="link" onPress={() => desk.dialog.set({ kind: 'own-act', query, from })}>
        {t('register:addFromQuery')}
      </Button>
    </>
  );
}

/** The ids of acts of which a newer shipped register says something else than a person verified. */
export function useDiffering(): readonly string[] {
  const desk = useDesk();
  const { verifications } = useStore(desk.library);
  return verifications.flatMap((verification) => {
    const shipped = desk.shipped.acts.find(({ id }) => id === verification.act);
    return shipped && differenceOf(shipped, verification) ? [verification.act] : [];
  });
}

/** The ways from the search in the panel to the whole register, to a new act and to what differs. */
export function RegisterLinks({ query }: { readonly query: string }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const differing = useDiffering();
  return (
    <>
      <p className="law-links">
        <Button className="link" onPress={() => desk.dialog.set({ kind: 'register' })}>
          {t('register:open')}
        </Button>
        <Button className="link" onPress={() => desk.dialog.set({ kind: 'own-act', query, from: 'panel' })}>
          {t('register:add')}
        </Button>
      </p>
      {differing.length > 0 ? (
        <p className="difference">
          <Button className="link" onPress={() => desk.dialog.set({ kind: 'register', show: 'differing' })}>
            {t('register:differences', { count: differing.length })}
          </Button>
        </p>
      ) : null}
    </>
  );
}
