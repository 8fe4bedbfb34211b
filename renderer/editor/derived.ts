import type { Language } from '../../core/base/language.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import { labelsOf, type UnitLabel } from '../../core/draft/numbering.ts';
import { relabelled } from '../../core/draft/renumber.ts';
import type { InlineText } from '../../core/draft/text.ts';
import type { Inline, Unit, UnitId } from '../../core/draft/types.ts';
import { type ActIndex, indexActs } from '../../core/law/acts.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import type { ActRegister } from '../../core/law/types.ts';

/**
 * What is computed from the structure: the labels, and the words of citations and references. Renewed when the structure
 * changed, never for a key. A label that came out the same stays the same object, so that only rows whose number changed draw again.
 */
export interface Derived {
  readonly labelOf: (unit: UnitId) => UnitLabel | undefined;
  readonly labels: () => ReadonlyMap<UnitId, UnitLabel>;
  readonly textOf: InlineText;
  readonly acts: () => ActIndex;
  /** Another register: every citation is worded and marked anew. */
  readonly setActs: (acts: ActIndex, units: readonly Unit[]) => void;
  /** Told at every change of the structure. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Told when the unit's own label changed: four thousand rows need not be asked for each Enter. */
  readonly subscribeToLabel: (unit: UnitId, listener: () => void) => () => void;
  readonly renew: (units: readonly Unit[]) => void;
  readonly announce: () => void;
}

/**
 * An article in the midst of a code gives a thousand others another number. Those that follow it, which are in sight, are drawn anew in the
 * same turn, the others in the turns after it: drawn all at once they would hold up the next key for a second.
 */
const labelsAtOnce = 40;

/** `now` gives the units as they stand at any moment. */
export function createDerived(now: () => readonly Unit[], register: ActRegister, forms: FormRules): Derived {
  const listeners = new Set<() => void>();
  const labelListeners = new Map<UnitId, Set<() => void>>();
  const changed = new Set<UnitId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Tells the rows of the next so many units that their number is another. */
  const tellLabels = (): void => {
    for (const unit of [...changed].slice(0, labelsAtOnce)) {
      changed.delete(unit);
      for (const listener of labelListeners.get(unit) ?? []) listener();
    }
    clearTimeout(timer);
    timer = changed.size > 0 ? setTimeout(tellLabels) : undefined;
  };
  let acts = indexActs(register);
  let counted = now();
  let labels = labelsOf(counted, forms);
  let inlineText = createInlineText({ units: counted, labels, acts, now });
  return {
    labelOf: (unit) => labels.get(unit),
    labels: () => labels,
    textOf: (inline: Inline, language: Language, unit: UnitId) => inlineText(inline, language, unit),
    acts: () => acts,
    setActs: (next, units) => {
      acts = next;
      inlineText = createInlineText({ units, labels, acts, now });
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeToLabel: (unit, listener) => {
      const own = labelListeners.get(unit) ?? new Set();
      labelListeners.set(unit, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && labelListeners.get(unit) === own) labelListeners.delete(unit);
      };
    },
    renew: (next) => {
      const renewed = relabelled(counted, next, labels, forms);
      counted = next;
      labels = renewed.labels;
      // Those of an earlier change that still wait stand behind these.
      const waiting = [...changed];
      changed.clear();
      for (const id of [...renewed.changed, ...waiting]) changed.add(id);
      inlineText = createInlineText({ units: next, labels, acts, now });
    },
    announce: () => {
      tellLabels();
      for (const listener of listeners) listener();
    },
  };
}
