/** Files that the system asks to open. */
export interface EarlyOffers {
  /** Offers a file now, or keeps it until there is a page to offer it to. */
  offer(file: string): void;
  /** The page is there: offers what was kept, in its order, and everything after at once. */
  begin(take: (file: string) => void): void;
}

/** macOS and a second instance hand files over while the first is still starting; nothing of that may be dropped. */
export function createEarlyOffers(): EarlyOffers {
  const early: string[] = [];
  let offer = (file: string): void => void early.push(file);
  return {
    offer: (file) => offer(file),
    begin(take) {
      offer = take;
      for (const file of early.splice(0)) take(file);
    },
  };
}
