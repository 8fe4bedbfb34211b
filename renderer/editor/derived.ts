import type { Language } from '../../core/base/language.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import { labelsOf, type UnitLabel } from '../../core/draft/numbering.ts';
import { relabelled } from '../../core/draft/renumber.ts';
import type { InlineText } from '../../core/draft/text.ts';
import type { Inline, Unit, UnitId } from '../../core/draft/types.ts';
import { type ActIndex, indexActs } from '../../core/law/acts.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import type { ActRegister } from '../../core/law/types.ts';
import { createFollowers } from './followers.ts';

/**
 * What is computed from the structure: the labels, and the words of citations and references. Renewed when the structure
 * changed, never for a key. A label that came out the same stays the same object, so that only rows whose number changed draw again.
 */
export interface Derived {
  readonly labelOf: (unit: UnitId) => UnitLabel | undefined;
  /** Those of now: the same map at all times, so that nothing is copied for an Enter. */
  readonly labels: () => ReadonlyMap<UnitId, UnitLabel>;
  /** Another number whenever `labels` may hold other labels: for what is remembered with them. */
  readonly labelsAt: () => number;
  readonly textOf: InlineText;
  readonly acts: () => ActIndex;
  /** Another register: every citation is worded and marked anew. */
  readonly setActs: (acts: ActIndex, units: readonly Unit[]) => void;
  /** Told of another structure, a moment after it, and of another register. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Told of another register alone: what a citation says does not depend on the structure, and a code has ten thousand. */
  readonly subscribeToActs: (listener: () => void) => () => void;
  /** Told when the unit's own label changed: four thousand rows need not be asked for each Enter. */
  readonly subscribeToLabel: (unit: UnitId, listener: () => void) => () => void;
  readonly renew: (units: readonly Unit[]) => void;
  readonly announce: () => void;
}

/** `now` gives the units as they stand at any moment. */
export function createDerived(now: () => readonly Unit[], register: ActRegister, forms: FormRules): Derived {
  const citing = new Set<() => void>();
  const followers = createFollowers();
  const labels = new Map(labelsOf(now(), forms));
  let labelsAt = 0;
  let acts = indexActs(register);
  let counted = now();
  let inlineText = createInlineText({ units: counted, labels, acts, now, document: forms.document });
  return {
    labelOf: (unit) => labels.get(unit),
    labels: () => labels,
    labelsAt: () => labelsAt,
    textOf: (inline: Inline, language: Language, unit: UnitId) => inlineText(inline, language, unit),
    acts: () => acts,
    setActs: (next, units) => {
      acts = next;
      inlineText = createInlineText({ units, labels, acts, now, document: forms.document });
      for (const listener of citing) listener();
      followers.tellAll();
    },
    subscribe: followers.subscribe,
    subscribeToActs: (listener) => {
      citing.add(listener);
      return () => citing.delete(listener);
    },
    subscribeToLabel: followers.subscribeToUnit,
    renew: (next) => {
      const changed = relabelled(counted, next, labels, forms);
      for (const [id, label] of changed) {
        if (label) labels.set(id, label);
        else labels.delete(id);
      }
      counted = next;
      labelsAt += 1;
      inlineText = createInlineText({ units: next, labels, acts, now, document: forms.document });
      followers.await([...changed.keys()]);
    },
    announce: followers.tellSoon,
  };
}
