import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../core/languages/format.ts';
import { differenceOf, type Library } from '../../core/law/library.ts';
import type { Act, ActVerification } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import type { CardPlace } from '../state/dialogs.ts';
import { useStore } from '../state/store.ts';
import { takeBackVerification, verifyAct } from './deeds.ts';
import './register.css';

interface VerificationProps {
  readonly act: Act;
  readonly from: CardPlace;
}

/** Who verified an act, when and where, and the ways to enter it, to take it back, and to change an act of one's own. */
export function VerificationFacts({ act, from }: VerificationProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const own = useStore(desk.library);
  const { verification } = act;
  const isOwn = own.verifications.some((one) => one.act === act.id);
  const local = own.acts.find(({ id }) => id === act.id);
  return (
    <section className="verification" aria-label={t('register:verification')}>
      {verification ? <Verified verification={verification} /> : <p>{t('register:nobody')}</p>}
      {act.local ? <AddedBy local={act.local} /> : null}
      {isBrought(act, own) ? <p className="hint">{t('register:fromDraft')}</p> : null}
      {verification && isOwn ? <Difference act={act} verification={verification} /> : null}
      <p className="card-actions">
        <Button className="link" onPress={() => desk.dialog.set({ kind: 'verify-act', act: act.id, from })}>
          {t(isOwn ? 'register:verifyAgain' : 'register:verifyOpen')}
        </Button>
        {isOwn ? (
          <Button className="link" onPress={() => void takeBackVerification(desk, act.id)}>
            {t('register:takeBack')}
          </Button>
        ) : null}
        {local ? (
          <>
            <Button className="link" onPress={() => desk.dialog.set({ kind: 'own-act', editing: act.id, from })}>
              {t('register:edit')}
            </Button>
            <Button className="link danger" onPress={() => desk.dialog.set({ kind: 'remove-act', act: act.id, from })}>
              {t('register:remove')}
            </Button>
          </>
        ) : null}
      </p>
    </section>
  );
}

/** It is known of because the open draft brought it. */
function isBrought({ id, local, verification }: Act, own: Library): boolean {
  const isForeign = local !== undefined && !own.acts.some((one) => one.id === id);
  return isForeign || (verification !== undefined && !own.verifications.some(({ act }) => act === id));
}

function Verified({ verification }: { readonly verification: ActVerification }): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const { on, by, source, note } = verification;
  const date = formatDate(language, on);
  return (
    <>
      <p>
        <b>{by === '' ? t('register:verifiedOn', { date }) : t('register:verifiedBy', { name: by, date })}</b>
      </p>
      <p className="hint">{t('register:sourceOf', { source })}</p>
      {note ? <p>{note}</p> : null}
    </>
  );
}

function AddedBy({ local }: { readonly local: NonNullable<Act['local']> }): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const date = formatDate(language, local.on);
  return (
    <p className="hint">
      {local.by === '' ? t('register:addedOn', { date }) : t('register:addedBy', { name: local.by, date })}
    </p>
  );
}

/** A newer shipped register says something else than the person found: both are shown, and the person decides. */
function Difference({ act, verification }: { readonly act: Act; readonly verification: ActVerification }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const shipped = desk.shipped.acts.find(({ id }) => id === act.id);
  const difference = shipped && differenceOf(shipped, verification);
  if (!difference) return null;
  return (
    <div className="difference">
      <p>
        {t('register:differs', {
          mine: t(`law:status.${verification.status}`),
          shipped: t(`law:status.${difference.status}`),
        })}
      </p>
      <p className="source-words" lang="en">
        {difference.statusDetail}
      </p>
      <p className="card-actions">
        <Button className="link" onPress={() => void verifyAct(desk, verification)}>
          {t('register:keepMine')}
        </Button>
        <Button className="link" onPress={() => void takeBackVerification(desk, act.id)}>
          {t('register:takeShipped')}
        </Button>
      </p>
    </div>
  );
}
