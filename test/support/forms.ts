import type { FormRules } from '../../core/draft/form-rules.ts';
import bill from '../../resources/forms/bill.json' with { type: 'json' };

/** The rules of form that the product ships. */
export const forms = bill as unknown as FormRules;
