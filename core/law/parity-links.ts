import type { Edit } from '../draft/operation.ts';
import { indexOfUnit } from '../draft/outline.ts';
import type { Unit, UnitId } from '../draft/types.ts';
import type { BillLinks, GuaranteeId } from './parity.ts';

/*
 * Which provision gives which guarantee is stored with the provision, so that it moves, is saved and is undone with it. A provision of
 * which nobody said anything has the links that its template gives it.
 */

/** The links of a bill: each provision's own, or its template's where it has none of its own. In the order of the bill. */
export function linksOf(units: readonly Unit[], template: BillLinks): BillLinks {
  const links: Record<GuaranteeId, UnitId[]> = {};
  for (const unit of units) {
    for (const guarantee of guaranteesOf(unit, template)) {
      const found = links[guarantee];
      if (found) found.push(unit.id);
      else links[guarantee] = [unit.id];
    }
  }
  return links;
}

/** The guarantees that a provision gives. */
function guaranteesOf(unit: Unit, template: BillLinks): readonly GuaranteeId[] {
  if (unit.guarantees) return unit.guarantees;
  return Object.keys(template).filter((guarantee) => template[guarantee]?.includes(unit.id));
}

/** Says that a provision gives a guarantee, or that it does not; undefined when that is said already or the provision is gone. */
export function linkGuarantee(
  units: readonly Unit[],
  template: BillLinks,
  link: { readonly unit: UnitId; readonly guarantee: GuaranteeId; readonly gives: boolean },
): Edit | undefined {
  const index = indexOfUnit(units, link.unit);
  const unit = units[index];
  if (!unit) return undefined;
  const before = guaranteesOf(unit, template);
  if (before.includes(link.guarantee) === link.gives) return undefined;
  const guarantees = link.gives ? [...before, link.guarantee] : before.filter((one) => one !== link.guarantee);
  const properties = { guarantees: unit.guarantees ?? null };
  return { operations: [{ type: 'set_node', path: [index], properties, newProperties: { guarantees } }] };
}
