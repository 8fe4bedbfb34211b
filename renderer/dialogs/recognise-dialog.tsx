import { type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { labelsOf } from '../../core/draft/numbering.ts';
import type { Offer } from '../../core/law/recognise/offers.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { takeOffers } from '../inline/offering.ts';
import { type OfferScope, useOffers } from '../inline/use-offers.ts';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Segments } from '../ui/segments.tsx';
import { usePlaces } from '../ui/use-places.ts';
import './recognise.css';

interface RecogniseDialogProps {
  readonly editor: DraftEditor;
  /** One offer alone, whose words would change: to be looked at before it is taken. */
  readonly only: Offer | undefined;
  readonly onClose: () => void;
}

/** More rows than anybody ticks at once; those behind follow when these are done. */
const mostShown = 300;

/** Lists the plain citations of a unit, the selection or the draft with what each becomes, and turns the chosen ones into live ones. */
export function RecogniseDialog({ editor, only, onClose }: RecogniseDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [scope, setScope] = useState<OfferScope>(() =>
    editor.state().whereabouts?.selected ? 'selection' : only ? 'unit' : 'draft',
  );
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const { offers: found, progress } = useOffers(editor, scope);
  const all = only ? [only] : found;
  const offers = all.slice(0, mostShown);
  // What would lose words is taken only by a tick of one's own, or where it was asked for by itself.
  const isTicked = (offer: Offer): boolean => turned.has(keyOf(offer)) === (offer.losesWords && !only);
  const chosen = offers.filter(isTicked);
  const take = (): void => {
    onClose();
    const count = takeOffers(editor, chosen);
    desk.banner.set({ severity: 'note', message: { key: 'recognise:done', params: { count } } });
  };
  const toggle = (offer: Offer): void => {
    const next = new Set(turned);
    if (!next.delete(keyOf(offer))) next.add(keyOf(offer));
    setTurned(next);
  };
  return (
    <DialogFrame
      title={t('recognise:title')}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <span role="status" className="hint">
            {progress < 1 && !only
              ? t('recognise:searching', { percent: Math.floor(progress * 100) })
              : t('recognise:found', { count: all.length })}
          </span>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" autoFocus isDisabled={chosen.length === 0} onPress={take}>
            {t('recognise:convert', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {only ? null : (
        <Segments
          label={t('recognise:scope')}
          options={scopesOf(editor).map((id) => ({ id, name: t(`recognise:scopes.${id}`) }))}
          selected={[scope]}
          onChange={([next]) => next && setScope(next)}
        />
      )}
      {offers.length > 1 ? (
        <label className="offer-all">
          <input
            type="checkbox"
            checked={chosen.length === offers.length}
            onChange={() => {
              const wanted = chosen.length < offers.length;
              setTurned(new Set(offers.filter((offer) => (offer.losesWords && !only) === wanted).map(keyOf)));
            }}
          />
          {t('recognise:all')}
        </label>
      ) : null}
      <OfferList editor={editor} offers={offers} isTicked={isTicked} onToggle={toggle} />
      {offers.length === 0 && progress === 1 ? <p>{t('recognise:nothing')}</p> : null}
      {all.length > offers.length ? <p className="hint">{t('recognise:mostShown', { shown: mostShown })}</p> : null}
    </DialogFrame>
  );
}

function scopesOf(editor: DraftEditor): readonly OfferScope[] {
  const { whereabouts } = editor.state();
  return [
    ...(whereabouts?.selected ? (['selection'] as const) : []),
    ...(whereabouts ? (['unit'] as const) : []),
    'draft',
  ];
}

function keyOf({ unit, language, start }: Offer): string {
  return `${unit} ${language} ${start}`;
}

interface OfferListProps {
  readonly editor: DraftEditor;
  readonly offers: readonly Offer[];
  readonly isTicked: (offer: Offer) => boolean;
  readonly onToggle: (offer: Offer) => void;
}

function OfferList({ editor, offers, isTicked, onToggle }: OfferListProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const placeOf = usePlaces();
  const { units } = editor.state();
  const labels = useMemo(() => labelsOf(units, desk.forms), [units, desk]);
  return (
    <ul className="offers">
      {offers.map((offer) => (
        <li key={keyOf(offer)}>
          <label>
            <input type="checkbox" checked={isTicked(offer)} onChange={() => onToggle(offer)} />
            <span>
              <small>
                {placeOf(units, labels, offer.index, offer.language)} · {t(`ownName.${offer.language}`)}
              </small>
              <span className="law-text" lang={offer.language}>
                {offer.text}
              </span>
              {offer.isSame ? (
                <small>{t('recognise:asTyped')}</small>
              ) : (
                <span>
                  <small>{t('recognise:becomes')} </small>
                  <ins className="law-text" lang={offer.language}>
                    {offer.words}
                  </ins>
                  {offer.losesWords ? <small> ({t('recognise:loses')})</small> : null}
                </span>
              )}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
