/**
 * The pieces in which the sheet is drawn, from the top, down to those into which `isOpen` does not lead; none where the bill is too short
 * for pieces. What is out of sight is not to be looked into: that would lay it out.
 */
export function piecesOf(scroller: HTMLElement, isOpen: (piece: Element) => boolean): readonly Element[] {
  const below = (parent: Element): readonly Element[] =>
    [...parent.children]
      .filter((child) => child.matches('.draft-branch, .draft-chunk'))
      .flatMap((piece) => (piece.matches('.draft-branch') && isOpen(piece) ? below(piece) : [piece]));
  const text = scroller.querySelector('.draft-text');
  return text ? below(text) : [];
}

/** The rows that can be seen. */
export function rowsInSight(scroller: HTMLElement): readonly HTMLElement[] {
  const view = scroller.getBoundingClientRect();
  const isSeen = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.bottom > view.top && box.top < view.bottom;
  };
  const pieces = piecesOf(scroller, isSeen);
  const seen = pieces.length > 0 ? pieces.filter(isSeen) : [scroller];
  return seen.flatMap((piece) => [...piece.querySelectorAll<HTMLElement>('[data-unit]')]).filter(isSeen);
}
