import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetScroller } from '../find/sight.ts';
import { changeSettings, useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Divider } from '../ui/divider.tsx';
import { type Border, bordersOf, equalShares, withBorderAt } from './shares.ts';

/** Where the columns lie within the pane of the text, in pixels. */
interface Span {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Measured on the heads, which stand in the same grid as the text. */
function measure(): Span | undefined {
  const scroller = sheetScroller();
  const page = scroller?.parentElement;
  const heads = scroller?.querySelectorAll('.draft-head');
  const [first, last] = [heads?.[0], heads?.[heads.length - 1]];
  if (!scroller || !page || !first || !last) return undefined;
  const origin = page.getBoundingClientRect().left;
  const { left } = first.getBoundingClientRect();
  return {
    left: left - origin,
    width: last.getBoundingClientRect().right - left,
    height: scroller.clientHeight,
  };
}

/** Looked at again when the sheet changes its size; a change of the settings changes it too, a moment later. */
function useSpan(key: string): Span | undefined {
  const [span, setSpan] = useState<Span>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells when the columns lie elsewhere
  useEffect(() => {
    const scroller = sheetScroller();
    if (!scroller) return undefined;
    const look = (): void => setSpan(measure());
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    return () => sizes.disconnect();
  }, [key]);
  return span;
}

/** The borders between the columns, as high as the sheet: they can be dragged, and moved by arrows. */
export function ColumnBorders(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { columns, shares, zoom } = useStore(desk.settings);
  const span = useSpan(`${columns.join()} ${zoom}`);
  if (!span || columns.length < 2) return null;
  const move = (border: Border, percent: number): void => {
    const settings = desk.settings.get();
    desk.settings.set({ ...settings, shares: withBorderAt(settings.shares, border, percent) });
  };
  return bordersOf(columns, shares).map((border) => (
    <Divider
      key={border.before}
      className="column-border"
      label={t('view:columnBorder', { first: t(`ownName.${border.before}`), second: t(`ownName.${border.after}`) })}
      value={border.percent}
      min={border.min}
      max={border.max}
      step={2}
      text={t('view:share', { percent: Math.round(border.percent) })}
      perPixel={100 / Math.max(1, span.width * border.span)}
      style={{ left: span.left + span.width * border.at, height: span.height }}
      onMove={(percent) => move(border, percent)}
      onDone={() => void changeSettings(desk, { shares: desk.settings.get().shares })}
      onReset={() => void changeSettings(desk, { shares: equalShares })}
    />
  ));
}
