/** Does all steps of a work that pauses between them, in one go. */
export function atOnce<T>(steps: Generator<void, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
