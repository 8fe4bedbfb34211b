import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What was drawn last, for functions that must stay the same object from one drawing to the next. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
