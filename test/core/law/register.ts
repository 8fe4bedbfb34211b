import { indexActs } from '../../../core/law/acts.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import json from '../../../resources/acts/register.json' with { type: 'json' };

/** The register that ships. JSON modules widen literals, so its shape is asserted here and checked in `register.test.ts`. */
export const register = json as unknown as ActRegister;
export const index = indexActs(register);
