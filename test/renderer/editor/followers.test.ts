import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFollowers } from '../../../renderer/editor/followers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Who was told, in order: units by their id, `all` for those that follow the whole. */
function listen(units: readonly string[]) {
  const followers = createFollowers();
  const told: string[] = [];
  followers.subscribe(() => told.push('all'));
  const stops = units.map((unit) => followers.subscribeToUnit(unit, () => told.push(unit)));
  return { followers, told, stops };
}

test('the rows behind a key are told a moment after it, and of a burst of keys after the last', () => {
  const { followers, told } = listen(['a', 'b']);
  followers.await(['a']);
  followers.tellSoon();
  vi.advanceTimersByTime(60);
  followers.await(['b']);
  followers.tellSoon();
  vi.advanceTimersByTime(60);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(60);
  expect(told).toEqual(['b', 'a', 'all']);
});

test('while a key is held down they follow now and then all the same', () => {
  const { followers, told } = listen(['a']);
  for (let passed = 0; passed < 720; passed += 30) {
    followers.await(['a']);
    followers.tellSoon();
    vi.advanceTimersByTime(30);
  }
  expect(told).toEqual(['a', 'all', 'a', 'all']);
});

test('very many are told in turns, the nearest first, and who has stopped listening is not', () => {
  const units = Array.from({ length: 100 }, (_, at) => `u${at}`);
  const { followers, told, stops } = listen(units);
  stops[5]?.();
  followers.await(units);
  followers.tellSoon();
  vi.advanceTimersByTime(90);
  expect(told).toEqual([...units.slice(0, 40).filter((unit) => unit !== 'u5'), 'all']);
  vi.runAllTimers();
  expect(told.filter((one) => one !== 'all')).toEqual(units.filter((unit) => unit !== 'u5'));
});

test('what a later change moves comes before what an earlier one left', () => {
  const units = Array.from({ length: 60 }, (_, at) => `u${at}`);
  const { followers, told } = listen([...units, 'late']);
  followers.await(units);
  followers.tellSoon();
  vi.advanceTimersByTime(90);
  followers.await(['late']);
  told.length = 0;
  vi.runAllTimers();
  expect(told[0]).toBe('late');
  expect(told).toHaveLength(21);
});
