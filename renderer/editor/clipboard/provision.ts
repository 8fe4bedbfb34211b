import type { ActId, Pinpoint } from '../../../core/draft/types.ts';
import { type PinpointLevel, pinpointLevels } from '../../../core/law/pinpoint.ts';

/** The type under which a provision of an official text is dragged into the draft: JSON of its act and pinpoint. */
export const provisionFormat = 'application/x-dolboor-provision';

/** A provision to cite. */
export interface DroppedProvision {
  readonly act: ActId;
  readonly pinpoint: Pinpoint;
}

/** Longer ones are nobody's act and nobody's number. */
const longest = { act: 120, number: 60, numbers: 200 };

/** The provision that a drag brings; `undefined` for any other data, from wherever it comes. */
export function readProvision(data: Pick<DataTransfer, 'getData'>): DroppedProvision | undefined {
  const written = data.getData(provisionFormat);
  if (written === '') return undefined;
  try {
    const value: unknown = JSON.parse(written);
    if (!isRecord(value) || typeof value.act !== 'string' || !isRecord(value.pinpoint)) return undefined;
    if (!/^[A-Za-z0-9._-]+$/.test(value.act) || value.act.length > longest.act) return undefined;
    const pinpoint: Partial<Record<PinpointLevel, readonly string[]>> = {};
    for (const level of pinpointLevels) {
      const numbers = value.pinpoint[level];
      if (numbers === undefined) continue;
      if (!isNumbers(numbers)) return undefined;
      pinpoint[level] = numbers;
    }
    return { act: value.act, pinpoint };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumbers(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= longest.numbers &&
    value.every((one) => typeof one === 'string' && one !== '' && one.length <= longest.number)
  );
}
