// First, so that the sheets of components can outdo the general rules.
import './styles/index.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { isLanguage, type Language } from '../core/base/language.ts';
import type { Bridge } from '../core/bridge/contract.ts';
import { App } from './app/app.tsx';
import { Unreachable } from './app/unreachable.tsx';
import { connectBridge } from './bridge.ts';
import { createI18n } from './i18n.ts';
import { createDesk, type Desk } from './state/desk.ts';
import { windowPorts } from './state/ports.ts';

/** Asks for what the desk cannot be drawn without. Undefined when one of the answers is missing. */
async function prepareDesk(bridge: Bridge): Promise<Desk | undefined> {
  const [info, settings, resources] = await Promise.all([
    bridge.request('app.info', {}),
    bridge.request('settings.read', {}),
    bridge.request('resources.read', {}),
  ]);
  if (!info.ok || !settings.ok || !resources.ok) return undefined;
  return createDesk({
    bridge,
    ports: windowPorts,
    info: info.value,
    settings: settings.value,
    ...resources.value,
  });
}

function systemLanguage(): Language {
  const [primary] = navigator.language.split('-');
  return isLanguage(primary) ? primary : 'ru';
}

async function start(): Promise<void> {
  // Names alone: Slate writes the whole draft into its messages, and a console is read by others.
  const tell = (error: unknown): void => console.error(error instanceof Error ? error.name : 'error');
  const root = createRoot(document.getElementById('root') as HTMLElement, {
    onCaughtError: tell,
    onUncaughtError: tell,
  });
  const bridge = await connectBridge().catch(() => undefined);
  const desk = bridge ? await prepareDesk(bridge) : undefined;
  const i18n = createI18n(desk?.settings.get().language ?? systemLanguage());
  root.render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>{desk ? <App desk={desk} /> : <Unreachable />}</I18nextProvider>
    </StrictMode>,
  );
}

void start();
