import type { Probe } from './contract.ts';

/** Ends after style, layout and paint of the next frame: a message that is posted in a frame arrives when the frame is done. */
function painted(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(0);
    }),
  );
}

/** Times what is pressed and pasted. A key that comes before the frame of another counts as one with it. */
export function createProbe(): Probe {
  let times: number[] = [];
  let waiting: Promise<void> | undefined;
  const begin = (event: Event): void => {
    if (waiting !== undefined) return;
    const began = event.timeStamp;
    waiting = painted().then(() => {
      times.push(performance.now() - began);
      waiting = undefined;
    });
  };
  for (const name of ['keydown', 'paste']) window.addEventListener(name, begin, true);
  return {
    reset: () => {
      times = [];
    },
    settled: () => waiting ?? Promise.resolve(),
    take: () => times.splice(0),
    painted,
    scroll: async (pixels, frames) => {
      const { scroller } = window.bench.editor;
      // What a person does ends what an editor does to keep a place in sight.
      window.dispatchEvent(new Event('wheel'));
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const lengths: number[] = [];
      let last = await frame();
      for (let i = 0; i < frames; i += 1) {
        scroller.scrollTop += pixels;
        const now = await frame();
        lengths.push(now - last);
        last = now;
      }
      return lengths;
    },
  };
}
