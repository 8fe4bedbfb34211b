import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type GrammaticalCase, grammaticalCases } from '../../core/draft/types.ts';
import { pinpointLevels } from '../../core/law/pinpoint.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { fillMatrix } from '../parity/fill-matrix.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { citeProvision, quoteProvision } from './citing.ts';
import { citingCase, provisionStore } from './provision.ts';

/** The chosen provision, and what can be done with it: cite it in a case, or quote it. */
export function TextActions({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const provision = useStore(provisionStore);
  const inCase = useStore(citingCase);
  const levels = pinpointLevels.flatMap((level) => {
    const numbers = provision?.pinpoint[level];
    if (!numbers) return [];
    const n = numbers.join(', ');
    return [level === 'paragraph' ? `${t('law:level.paragraph')} ${n}` : t(`desk:place.${level}`, { n })];
  });
  const isOff = levels.length === 0 || editor.state().isReadOnly;
  return (
    <footer className="text-actions">
      <p className="text-place" role="status">
        {levels.length > 0 ? levels.join(', ') : t('texts:panel.noPinpoint')}
      </p>
      <div className="text-deeds">
        <label>
          {t('texts:panel.case')}
          <select value={inCase} onChange={(event) => citingCase.set(event.target.value as GrammaticalCase)}>
            {grammaticalCases.map((one) => (
              <option key={one} value={one}>
                {t(`law:case.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Button className="button primary" isDisabled={isOff} onPress={() => citeProvision(desk, editor)}>
          {t('texts:panel.cite')}
        </Button>
        <Button className="button" isDisabled={isOff} onPress={() => quoteProvision(desk, editor)}>
          {t('texts:panel.quote')}
        </Button>
        {desk.parity && provision ? (
          <Button
            className="button"
            isDisabled={levels.length === 0}
            onPress={() => fillMatrix(desk, [{ act: provision.act, pinpoint: provision.pinpoint }])}
          >
            {t('commands:fill-matrix')}
          </Button>
        ) : null}
      </div>
      <p className="hint">{t('texts:panel.keys')}</p>
    </footer>
  );
}
