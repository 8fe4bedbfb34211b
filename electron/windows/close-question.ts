/** How soon a second wish to close is still the same one: a double click. */
const sameWish = 700;
/** How long a page may leave its question unanswered before asking again counts as insisting. */
const patience = 5000;

/** Whether the window may close. The page is asked, because it may hold words that no file has. */
export interface CloseQuestion {
  /** The page began, or ceased, to listen to the question. */
  listens(does: boolean): void;
  /** The page was reloaded or crashed. */
  gone(): void;
  /** The page hangs, or moves again. */
  hangs(does: boolean): void;
  /** The page lets the window go. */
  agree(): void;
  /** A person or the system wants to close: true lets it; false has asked the page. */
  mayClose(): boolean;
}

/**
 * A page that cannot answer is not asked: one whose script failed, that crashed or hangs. One that ought to answer and does not is
 * overruled by a second wish: every edit is in the journal, and the person must be able to leave.
 */
export function createCloseQuestion(ask: () => void, now: () => number): CloseQuestion {
  let agreed = false;
  let isListening = false;
  let isHanging = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    listens(does) {
      isListening = does;
    },
    gone() {
      isListening = false;
      isHanging = false;
      askedAt = Number.NEGATIVE_INFINITY;
    },
    hangs(does) {
      isHanging = does;
    },
    agree() {
      agreed = true;
    },
    mayClose() {
      if (agreed || !isListening || isHanging) return true;
      const since = now() - askedAt;
      if (since < sameWish) return false;
      if (since <= patience) return true;
      askedAt = now();
      ask();
      return false;
    },
  };
}
