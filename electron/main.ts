import path from 'node:path';
import { app, nativeTheme, session } from 'electron';
import type { Settings } from '../core/bridge/contract.ts';
import { commands } from '../core/commands/catalogue.ts';
import { type Call, registerRequests, sendEvent } from './ipc.ts';
import { followLifecycle, isFirstInstance } from './lifecycle.ts';
import { showMenu } from './menu/application-menu.ts';
import { type Messages, messagesIn } from './messages.ts';
import { createServices } from './services/services.ts';
import type { Services } from './services/world.ts';
import { draftArgument } from './shell/file-argument.ts';
import { applicationFolder, dataFolder, surroundings } from './shell/folders.ts';
import { listPageFiles } from './shell/page-files.ts';
import { pickLanguage } from './shell/system-language.ts';
import { createElectronWorld } from './windows/electron-world.ts';
import { denyNetwork, denyPermissions, guardPages } from './windows/guards.ts';
import { openLink } from './windows/links.ts';
import { type MainWindow, openMainWindow } from './windows/main-window.ts';
import { registerPageScheme, servePage } from './windows/page-protocol.ts';
import { runExport } from './workers/run-export.ts';

const data = dataFolder(surroundings());
const launch = { argv: process.argv, folder: process.cwd() };

// All of this must happen before Electron is ready, so nothing above may wait.
app.enableSandbox();
app.setPath('userData', path.join(data, 'browser'));
registerPageScheme();

let main: MainWindow | undefined;
let messages: Messages = messagesIn('en');
const window = () => main?.window;

if (isFirstInstance(launch)) run().catch(stop);
else app.quit();

async function run(): Promise<void> {
  const application = applicationFolder();
  const world = createElectronWorld({
    data,
    resources: path.join(application, 'resources'),
    window,
    messages: () => messages,
    closeWindow: () => main?.closeNow(),
  });
  const starting = createServices(world, runExport);
  followLifecycle({
    openFile: (file) => void starting.then((services) => offer(services, file)),
    comeForward,
    dispose: async () => (await starting).dispose(),
  });
  guardPages((address) => void openLink(window(), address, messages));

  await app.whenReady();
  const services = await starting;
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession);
  servePage(listPageFiles(path.join(application, 'out', 'renderer')));
  registerRequests(followSettings(services.call));
  messages = messagesIn(pickLanguage(app.getPreferredSystemLanguages()));
  const settings = await services.call('settings.read', {});
  applySettings(settings.ok ? (settings.value as Settings) : undefined);

  await openMainWindow({
    preload: path.join(application, 'out', 'preload', 'preload.cjs'),
    stateFile: path.join(data, 'window.json'),
    opened: (opened) => {
      main = opened;
    },
    askToClose: () => sendEvent(window(), 'close-asked', {}),
    endNow: () => void services.dispose(),
  });
  const file = draftArgument(launch.argv, launch.folder);
  if (file !== undefined) offer(services, file);
}

/** The page opens the file itself, when it is ready to: the preload keeps the event until then. */
function offer(services: Services, file: string): void {
  sendEvent(window(), 'open-requested', services.offerFile(file));
}

function comeForward(): void {
  const open = window();
  if (open?.isMinimized()) open.restore();
  open?.focus();
}

/** The system's menu and colours follow what the person chooses in the desk. */
function followSettings(call: Services['call']): Call {
  return async (name, request) => {
    const reply = await call(name, request);
    if (name === 'settings.write' && reply.ok) applySettings(reply.value as Settings);
    return reply;
  };
}

function applySettings(settings: Settings | undefined): void {
  if (settings !== undefined) {
    messages = messagesIn(settings.language);
    nativeTheme.themeSource = settings.theme;
  }
  showMenu(commands, messages, (id) => sendEvent(window(), 'command', { id }));
}

function stop(error: unknown): void {
  console.error(error);
  app.exit(1);
}
