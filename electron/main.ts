import path from 'node:path';
import { app, dialog, nativeTheme, powerMonitor, session } from 'electron';
import type { Language } from '../core/base/language.ts';
import type { Settings } from '../core/bridge/settings.ts';
import { commands } from '../core/commands/catalogue.ts';
import { belongsTo } from '../core/commands/of-document.ts';
import { type Call, followListening, registerRequests, sendEvent } from './ipc.ts';
import { followLifecycle, isFirstInstance } from './lifecycle.ts';
import { showMenu } from './menu/application-menu.ts';
import { createOpenDocuments } from './menu/open-documents.ts';
import { type Messages, messagesIn } from './messages.ts';
import { createServices } from './services/services.ts';
import type { Services } from './services/world.ts';
import { createEarlyOffers } from './shell/early-offers.ts';
import { draftArgument, unsafeSwitch } from './shell/file-argument.ts';
import { applicationFolder, browserProfile, dataFolder, surroundings } from './shell/folders.ts';
import { findDiskTrouble, NoDisk, startFailure } from './shell/no-disk.ts';
import { listPageFiles } from './shell/page-files.ts';
import { pickLanguage } from './shell/system-language.js';
import { createElectronWorld } from './windows/electron-world.ts';
import { denyNetwork, denyPermissions, guardPages } from './windows/guards.ts';
import { openLink } from './windows/links.ts';
import { type MainWindow, openMainWindow } from './windows/main-window.ts';
import { registerPageScheme, servePage } from './windows/page-protocol.ts';
import { runExport } from './workers/run-export.ts';

const data = dataFolder(surroundings());
const diskTrouble = findDiskTrouble(data);
const launch = { argv: process.argv, folder: process.cwd() };

// All of this must happen before Electron is ready, so nothing above may wait.
app.enableSandbox();
app.setPath(
  'userData',
  diskTrouble ? path.join(app.getPath('temp'), `dolboor-${process.pid}`) : browserProfile(data, 'electron'),
);
registerPageScheme();

let main: MainWindow | undefined;
let language: Language = 'ru';
let messages: Messages = messagesIn(language);
const openDocuments = createOpenDocuments();
const window = () => main?.window;

// Without a place for its lock Electron takes itself for a second instance, and would end without a word.
if (app.isPackaged && unsafeSwitch(launch.argv)) app.exit(1);
else if (diskTrouble) void stop(diskTrouble);
else if (isFirstInstance(launch)) run().catch(stop);
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
  const starting = createServices(world, runExport).catch((error: unknown) => {
    throw new NoDisk(data, error);
  });
  // Read below; until then it is not unheard.
  starting.catch(() => undefined);
  const offers = createEarlyOffers();
  followLifecycle({
    openFile: offers.offer,
    comeForward,
    dispose: async () => (await starting).dispose(),
  });
  guardPages((address) => void openLink(window(), address, messages));

  await app.whenReady();
  language = pickLanguage(app.getPreferredSystemLanguages());
  messages = messagesIn(language);
  const services = await starting;
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession);
  servePage(listPageFiles(path.join(application, 'out', 'renderer')));
  registerRequests(followPage(services.call));
  followListening((listens) => main?.pageListens(listens));
  const settings = await services.call('settings.read', {});
  applySettings(settings.ok ? (settings.value as Settings) : undefined);

  await openMainWindow({
    preload: path.join(application, 'out', 'preload', 'preload.cjs'),
    stateFile: path.join(data, 'window.json'),
    opened: (opened) => {
      main = opened;
    },
    askToClose: () => sendEvent(window(), 'close-asked', {}),
    pageGone: () => void services.releasePage(),
    endNow: () => void services.dispose(),
  });
  const suspending = (): void => sendEvent(window(), 'suspending', {});
  powerMonitor.on('suspend', suspending);
  powerMonitor.on('lock-screen', suspending);
  const file = draftArgument(launch.argv, launch.folder);
  if (file !== undefined) offer(services, file);
  offers.begin((early) => offer(services, early));
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

/** The system's menu and colours follow what the person chooses in the desk, and the menu what is open there. */
function followPage(call: Services['call']): Call {
  return async (name, request) => {
    const reply = await call(name, request);
    if (name === 'settings.write' && reply.ok) applySettings(reply.value as Settings);
    if (openDocuments.heard(name, request, reply)) showOwnMenu();
    return reply;
  };
}

function applySettings(settings: Settings | undefined): void {
  if (settings !== undefined) {
    language = settings.language;
    messages = messagesIn(language);
    nativeTheme.themeSource = settings.theme;
  }
  showOwnMenu();
}

function showOwnMenu(): void {
  const document = openDocuments.current();
  const own = commands.filter((command) => belongsTo(command, document));
  showMenu(own, messagesIn(language, document), (id) => sendEvent(window(), 'command', { id }));
}

function systemMessages(): Messages {
  return messagesIn(pickLanguage(app.getPreferredSystemLanguages()));
}

/** Nothing ends without a word: the person is told in a box, whoever repairs it in the terminal. */
async function stop(error: unknown): Promise<void> {
  console.error(error);
  await app.whenReady();
  const { sentence, exit } = startFailure(error, systemMessages());
  console.error(sentence);
  dialog.showErrorBox('Dolboor', sentence);
  app.exit(exit);
}
