import { changeSettings, type Desk, type InspectorTab } from '../state/desk.ts';
import { isNarrow } from '../state/narrow.ts';

/** Opens the inspector at a panel. */
export function showTab(desk: Desk, tab: InspectorTab): void {
  desk.tab.set(tab);
  if (isNarrow()) desk.drawer.set('inspector');
  else if (desk.settings.get().inspectorWidth === 0) void changeSettings(desk, { inspectorWidth: 'usual' });
}
