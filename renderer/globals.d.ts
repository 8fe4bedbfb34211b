import type { Bridge } from '../core/bridge/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent in the loopback page. */
    readonly dolboor?: Bridge;
  }
}
