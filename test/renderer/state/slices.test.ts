import { expect, test, vi } from 'vitest';
import { workInSlices } from '../../../renderer/state/slices.ts';

function* counting(to: number): Generator<number, string, undefined> {
  for (let at = 1; at <= to; at += 1) yield at;
  return 'done';
}

test('work begins after the turn that asks for it and tells its result once', async () => {
  const onDone = vi.fn();
  workInSlices(counting(1000), { onDone });
  expect(onDone).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith('done'));
  expect(onDone).toHaveBeenCalledTimes(1);
});

test('what takes long is interrupted, and each slice tells how far it came', async () => {
  const clock = vi.spyOn(performance, 'now');
  let time = 0;
  clock.mockImplementation(() => {
    time += 5;
    return time;
  });
  const told: number[] = [];
  const onDone = vi.fn();
  workInSlices(counting(10), { onSlice: (at) => told.push(at), onDone });
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  clock.mockRestore();
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test('stopped work tells nobody anything', async () => {
  const onDone = vi.fn();
  workInSlices(counting(3), { onDone })();
  await new Promise((resolve) => setTimeout(resolve));
  expect(onDone).not.toHaveBeenCalled();
});
