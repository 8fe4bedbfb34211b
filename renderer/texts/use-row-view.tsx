import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficialUnit } from '../../core/law/official-text/types.ts';
import type { TextRow, TextSide } from './text-rows.ts';

export const keyOfRow = ({ key }: TextRow): string => key;

/** Draws a line of the text, with the mark of a difference between the two versions. */
export function useRowView(sides: readonly TextSide[]): (row: TextRow) => ReactNode {
  const { t } = useTranslation();
  return useCallback(
    ({ units, difference }: TextRow): ReactNode => {
      const [left, right] = sides.map(({ language }) => t(`ownName.${language}`));
      return (
        <>
          {difference ? (
            <small className="text-difference">
              ≠ {t(`texts:panel.${difference === 'kind' ? 'kindDiffers' : difference}`, { left, right })}
            </small>
          ) : null}
          {sides.map(({ language }, side) => (
            <span key={language} className="text-cell" lang={language}>
              {units[side] ? <UnitWords unit={units[side]} /> : null}
            </span>
          ))}
        </>
      );
    },
    [t, sides],
  );
}

function UnitWords({ unit }: { readonly unit: OfficialUnit }): ReactNode {
  const { kind, label, heading, text, quoted } = unit;
  return (
    <span className={`text-unit ${kind}${quoted ? ' quoted' : ''}`}>
      {label ? <b>{label} </b> : null}
      {heading ? <b data-words>{heading}</b> : null}
      {heading && text ? ' ' : null}
      {text ? <span data-words>{text}</span> : null}
    </span>
  );
}
