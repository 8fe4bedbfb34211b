import { fail, succeed } from '../../core/base/result.ts';
import { removeBlocks } from '../../core/draft/blocks.ts';
import { hasWhole, pasteWhole, wholeUnits, writeWhole } from './clipboard/whole.ts';
import type { DraftEditor } from './contract.ts';
import type { Parts } from './parts.ts';
import { unitsOf } from './places.ts';
import { applyEdit, chosenUnits, selectUnit } from './structure.ts';

type WholeClipboard = Pick<DraftEditor, 'copyUnits' | 'pasteUnits'>;

/** Whole units to the clipboard and back. A paste of them in the text goes the same way, beside the unit with the caret. */
export function wholeClipboard(
  { slate, session, derived, log }: Parts,
  draft: string,
  command: <T>(action: () => T) => T,
): WholeClipboard {
  let cut = '';
  const copyUnits: WholeClipboard['copyUnits'] = (ids, data, as) => {
    const units = wholeUnits(unitsOf(slate), ids);
    const edit = as === 'cut' ? removeBlocks(unitsOf(slate), ids) : undefined;
    if (units.length === 0 || (as === 'cut' && !edit)) return 0;
    const json = writeWhole(data, draft, units, { ...derived, language: session.language });
    cut = as === 'cut' ? json : '';
    if (edit) command(() => applyEdit(slate, session, edit));
    return ids.length;
  };
  const pasteUnits: WholeClipboard['pasteUnits'] = (data, beside) => {
    const home = { draft, units: unitsOf(slate), comments: log.comments(), newId: session.ports.newId, cut };
    const pasted = pasteWhole(data, beside, home);
    if (!pasted.ok) return fail(pasted.error);
    command(() => applyEdit(slate, session, pasted.value.edit));
    return succeed(pasted.value.roots);
  };
  const { insertData } = slate;
  slate.insertData = (data) => {
    const beside = chosenUnits(slate).at(-1);
    const pasted = beside !== undefined && hasWhole(data) ? pasteUnits(data, beside) : undefined;
    const [first] = pasted?.ok ? pasted.value : [];
    if (first === undefined) insertData(data);
    else selectUnit(slate, session, first);
  };
  return { copyUnits, pasteUnits };
}
