import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings, SideWidth } from '../../core/bridge/settings.ts';
import { changeSettings, type Side, useDesk } from '../state/desk.ts';
import { useNarrow, useWindowWidth } from '../state/narrow.ts';
import { useStore } from '../state/store.ts';
import { Divider } from '../ui/divider.tsx';
import { pixelWidth, sideWidths } from './side-widths.ts';

type WidthName = 'outlineWidth' | 'inspectorWidth';
const names: Readonly<Record<Side, WidthName>> = { outline: 'outlineWidth', inspector: 'inspectorWidth' };

function widthChange(name: WidthName, width: SideWidth): Partial<Settings> {
  return name === 'outlineWidth' ? { outlineWidth: width } : { inspectorWidth: width };
}

/** The inner border of the outline or the inspector. In a narrow window they lie over the text and have none. */
export function SideBorder({ side }: { readonly side: Side }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const name = names[side];
  const chosen = useStore(desk.settings)[name];
  const isNarrow = useNarrow();
  const windowWidth = useWindowWidth();
  if (chosen === 0 || isNarrow) return null;
  const width = pixelWidth(side, chosen, windowWidth);
  const { min, max } = sideWidths[side];
  return (
    <Divider
      className="side-border"
      label={t(`view:border.${side}`)}
      value={width}
      min={min}
      max={max}
      step={10}
      text={t('view:pixels', { n: Math.round(width) })}
      perPixel={side === 'outline' ? 1 : -1}
      onMove={(next) => desk.settings.set({ ...desk.settings.get(), ...widthChange(name, Math.round(next)) })}
      onDone={() => void changeSettings(desk, widthChange(name, desk.settings.get()[name]))}
      onReset={() => void changeSettings(desk, widthChange(name, 'usual'))}
    />
  );
}
