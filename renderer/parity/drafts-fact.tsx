import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { differingFacts } from '../../core/law/brought.ts';
import { parityFactOf } from '../../core/law/own-facts.ts';
import { factText, ownMark } from '../../core/law/parity-words.ts';
import { keepFact } from '../register/brought.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import type { Parity } from './use-parity.ts';

interface DraftsFactProps {
  readonly id: string;
  readonly parity: Parity;
}

/** What the open draft brings of a fact: that it alone knows it, or what it says otherwise than this machine; and the way to keep that here. */
export function DraftsFact({ id, parity: { words, language } }: DraftsFactProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { facts: own } = useStore(desk.library);
  const { facts } = useStore(desk.brought);
  const theirs = facts.find((one) => one.id === id);
  if (!theirs) return null;
  const isHere = own.some((one) => one.id === id);
  if (isHere && differingFacts(own, [theirs]).length === 0) return null;
  const said = parityFactOf(theirs);
  const text = `${factText(said, words, language)} (${ownMark(said, words, language)})`;
  return (
    <div className="drafts-fact">
      <p className="hint">{isHere ? t('parity:brought.differs', { fact: text }) : t('register:fromDraft')}</p>
      <Button
        className="link"
        aria-label={`${t(isHere ? 'parity:brought.take' : 'parity:brought.keep')}: ${text}`}
        onPress={() => void keepFact(desk, theirs)}
      >
        {t(isHere ? 'parity:brought.take' : 'parity:brought.keep')}
      </Button>
    </div>
  );
}
