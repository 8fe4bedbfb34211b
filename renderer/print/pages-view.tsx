import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';

const zooms = { least: 30, most: 200, step: 10 } as const;
/** Beside the pages: the scroll bar and a border to tell them from the ground. */
const spare = 40;

/** As large as the width of the window lets the sheet be, at most as on paper. */
function fittingZoom(view: HTMLElement): number {
  const sheet = view.querySelector<HTMLElement>('.paper');
  if (!sheet || sheet.offsetWidth === 0) return 100;
  return Math.max(zooms.least, Math.min(100, Math.floor(((view.clientWidth - spare) / sheet.offsetWidth) * 100)));
}

/** Each sheet in a holder of its size on the screen: the sheet itself is only drawn smaller, so that its lines stay as they are. */
function hold(pages: readonly HTMLElement[]): readonly HTMLElement[] {
  return pages.map((page) => {
    const holder = document.createElement('div');
    holder.className = 'paper-holder';
    holder.append(page);
    return holder;
  });
}

function pageAt(view: HTMLElement): number {
  const middle = view.getBoundingClientRect().top + view.clientHeight / 2;
  const at = [...view.children].findIndex((holder) => holder.getBoundingClientRect().bottom > middle);
  return at < 0 ? view.children.length : at + 1;
}

interface PagesViewProps {
  /** Undefined while they are being made. */
  readonly pages: readonly HTMLElement[] | undefined;
  /** How much of them is made, from 0 to 1. */
  readonly share: number;
}

/** The pages one under the other, with their number and the zoom. */
export function PagesView({ pages, share }: PagesViewProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const view = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(100);
  const [page, setPage] = useState(1);
  const count = pages?.length ?? 0;
  const n = (number: number): string => formatNumber(language, number);

  useEffect(() => {
    const element = view.current;
    if (!element) return;
    element.replaceChildren(...(pages ? hold(pages) : []));
    element.scrollTop = 0;
    setPage(1);
    if (pages) setZoom(fittingZoom(element));
  }, [pages]);

  const zoomBy = (step: number): void =>
    setZoom((before) => Math.max(zooms.least, Math.min(zooms.most, before + step)));
  const go = useCallback((to: number) => {
    view.current?.children[to - 1]?.scrollIntoView({ block: 'start' });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'PageDown') go(Math.min(count, page + 1));
    else if (event.key === 'PageUp') go(Math.max(1, page - 1));
    else if (event.code === 'Equal' || event.code === 'NumpadAdd') zoomBy(zooms.step);
    else if (event.code === 'Minus' || event.code === 'NumpadSubtract') zoomBy(-zooms.step);
    else return;
    event.preventDefault();
  };

  return (
    <div className="print-view">
      <div className="print-bar">
        <Button
          className="icon-button"
          aria-label={t('print:previousPage')}
          isDisabled={page <= 1}
          onPress={() => go(page - 1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          className="icon-button find-down"
          aria-label={t('print:nextPage')}
          isDisabled={page >= count}
          onPress={() => go(page + 1)}
        >
          <Icon name="up" />
        </Button>
        <output className="print-count" aria-live="polite">
          {pages ? t('print:pageOf', { page: n(page), total: n(count) }) : t('print:making')}
        </output>
        {pages ? null : <progress className="print-progress" value={share} aria-label={t('print:making')} />}
        <span className="stretch" />
        <Button className="foot-link" aria-label={t('commands:zoom-out')} onPress={() => zoomBy(-zooms.step)}>
          −
        </Button>
        <span className="print-zoom">{zoom} %</span>
        <Button className="foot-link" aria-label={t('commands:zoom-in')} onPress={() => zoomBy(zooms.step)}>
          +
        </Button>
      </div>
      <section
        ref={view}
        className="print-pages"
        aria-label={t('print:pages')}
        aria-busy={!pages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard
        tabIndex={0}
        style={{ '--paper-scale': zoom / 100 } as React.CSSProperties}
        onKeyDown={onKeyDown}
        onScroll={(event) => setPage(pageAt(event.currentTarget))}
      />
    </div>
  );
}
