import type { ParityMatrix } from '../../../../core/law/parity.ts';
import json from '../../../../resources/parity/matrix.json' with { type: 'json' };

/** The matrix that ships. */
export const matrix = json as unknown as ParityMatrix;
