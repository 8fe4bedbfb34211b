// Evaluated in the page, in two worlds that share no objects: values pass between them as the details of custom events, which
// Chromium clones. Both functions are turned into text, so neither may reach for anything outside itself.

/** The page's own world: what the preload exposes appears here, frozen. */
export function mainWorld(EV) {
  if (window !== window.top) return;
  const fns = new Map();
  const waiting = new Map();
  let n = 0;
  let lastReturn;
  const out = (v, seen = new Map()) => {
    if (typeof v === 'function') {
      const id = ++n;
      fns.set(id, v);
      return { __standinFunction: id };
    }
    if (v === null || typeof v !== 'object') return v;
    if (seen.has(v)) return seen.get(v);
    if (Array.isArray(v)) {
      const a = [];
      seen.set(v, a);
      for (const x of v) a.push(out(x, seen));
      return a;
    }
    if (Object.getPrototypeOf(v) === Object.prototype) {
      const o = {};
      seen.set(v, o);
      for (const k of Object.keys(v)) o[k] = out(v[k], seen);
      return o;
    }
    return v;
  };
  const call = (id, args) => {
    lastReturn = undefined;
    window.dispatchEvent(new CustomEvent(`${EV}:call`, { detail: { id, args: args.map((a) => out(a)) } }));
    const r = lastReturn;
    if (!r) throw new Error('An object could not be cloned.');
    if (r.error !== undefined) throw new Error(r.error);
    if (r.promise) return new Promise((res, rej) => waiting.set(r.promise, { res, rej }));
    return into(r.value);
  };
  const into = (v) => {
    if (v === null || typeof v !== 'object') return v;
    if (Array.isArray(v)) return Object.freeze(v.map(into));
    if (v.__standinFunction) return (...args) => call(v.__standinFunction, args);
    if (Object.getPrototypeOf(v) === Object.prototype) {
      const o = {};
      for (const k of Object.keys(v)) o[k] = into(v[k]);
      return Object.freeze(o);
    }
    return v;
  };
  // A window that the page opens is asked about in the isolated world and never opened: Chromium would open it before the answer.
  const open = (url, name = '', features = '') => {
    const address = new URL(url, document.baseURI).href;
    window.dispatchEvent(new CustomEvent(`${EV}:open`, { detail: { url: address, name, features } }));
    return null;
  };
  window.open = open;
  window.addEventListener('click', (e) => {
    const link = e.target instanceof Element ? e.target.closest('a[target=_blank]') : null;
    if (!link || e.defaultPrevented) return;
    e.preventDefault();
    open(link.href);
  });
  window.addEventListener(`${EV}:expose`, (e) => {
    Object.defineProperty(window, e.detail.key, {
      value: into(e.detail.value),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
  window.addEventListener(`${EV}:return`, (e) => {
    lastReturn = e.detail;
  });
  window.addEventListener(`${EV}:settle`, (e) => {
    const w = waiting.get(e.detail.promise);
    waiting.delete(e.detail.promise);
    if (e.detail.error !== undefined) w?.rej(new Error(e.detail.error));
    else w?.res(e.detail.value);
  });
  window.addEventListener(`${EV}:callback`, (e) => {
    fns.get(e.detail.id)?.(...e.detail.args.map(into));
  });
}

// World 2: Electron's isolated world, where the preload runs.
export function isolatedWorld(EV, send, info, runPreload) {
  if (window !== window.top) return;
  // ---- structured-clone subset over a string channel
  const enc = (v, seen = []) => {
    const t = typeof v;
    if (v === null || t === 'boolean' || t === 'string') return v;
    if (t === 'number')
      return Number.isFinite(v) && !Object.is(v, -0) ? v : { $n: Object.is(v, -0) ? '-0' : String(v) };
    if (t === 'undefined') return { $u: 1 };
    if (t === 'bigint') return { $i: String(v) };
    if (t === 'function' || t === 'symbol') throw new Error('An object could not be cloned.');
    if (seen.includes(v)) throw new Error('stand-in: cyclic value over IPC');
    const s = [...seen, v];
    if (Array.isArray(v)) return v.map((x) => enc(x, s));
    if (v instanceof Date) return { $d: v.getTime() };
    if (v instanceof Map) return { $m: [...v].map(([k, x]) => [enc(k, s), enc(x, s)]) };
    if (v instanceof Set) return { $s: [...v].map((x) => enc(x, s)) };
    if (v instanceof ArrayBuffer || ArrayBuffer.isView(v)) {
      const u = v instanceof ArrayBuffer ? new Uint8Array(v) : new Uint8Array(v.buffer, v.byteOffset, v.byteLength);
      return { $b: u.toBase64(), $t: v instanceof ArrayBuffer ? 'ArrayBuffer' : v.constructor.name };
    }
    if (v instanceof Error) return { $e: [v.name, v.message] };
    if (v instanceof Node || v instanceof Promise || v instanceof WeakMap)
      throw new Error('An object could not be cloned.');
    const o = {};
    for (const k of Object.keys(v)) o[k.startsWith('$') ? `$${k}` : k] = enc(v[k], s);
    return o;
  };
  const dec = (v) => {
    if (v === null || typeof v !== 'object') return v;
    if (Array.isArray(v)) return v.map(dec);
    if ('$n' in v) return Number(v.$n);
    if ('$u' in v) return undefined;
    if ('$i' in v) return BigInt(v.$i);
    if ('$d' in v) return new Date(v.$d);
    if ('$m' in v) return new Map(v.$m.map(([k, x]) => [dec(k), dec(x)]));
    if ('$s' in v) return new Set(v.$s.map(dec));
    if ('$b' in v) {
      const u = Uint8Array.fromBase64(v.$b);
      return v.$t === 'ArrayBuffer'
        ? u.buffer
        : v.$t === 'Uint8Array' || v.$t === 'Buffer'
          ? u
          : new globalThis[v.$t](u.buffer);
    }
    if ('$e' in v) {
      const e = new Error(v.$e[1]);
      e.name = v.$e[0];
      return e;
    }
    const o = {};
    for (const k of Object.keys(v)) o[k.startsWith('$$') ? k.slice(1) : k] = dec(v[k]);
    return o;
  };
  // ---- ipcRenderer
  const listeners = new Map();
  const pending = new Map();
  let seq = 0;
  const post = (m) => send(JSON.stringify(m));
  const ipcRenderer = {
    invoke(channel, ...args) {
      const id = ++seq;
      const payload = args.map((a) => enc(a));
      return new Promise((res, rej) => {
        pending.set(id, { res, rej });
        post({ k: 'invoke', id, channel, args: payload });
      });
    },
    send(channel, ...args) {
      post({ k: 'send', channel, args: args.map((a) => enc(a)) });
    },
    sendSync() {
      throw new Error('stand-in: ipcRenderer.sendSync is not supported');
    },
    on(c, f) {
      if (!listeners.has(c)) listeners.set(c, []);
      listeners.get(c).push({ f });
      return ipcRenderer;
    },
    once(c, f) {
      if (!listeners.has(c)) listeners.set(c, []);
      listeners.get(c).push({ f, once: true });
      return ipcRenderer;
    },
    off(c, f) {
      listeners.set(
        c,
        (listeners.get(c) ?? []).filter((l) => l.f !== f),
      );
      return ipcRenderer;
    },
    removeAllListeners(c) {
      c === undefined ? listeners.clear() : listeners.delete(c);
      return ipcRenderer;
    },
  };
  ipcRenderer.addListener = ipcRenderer.on;
  ipcRenderer.removeListener = ipcRenderer.off;
  globalThis.__standinDeliver = (m) => {
    if (m.k === 'reply') {
      const p = pending.get(m.id);
      pending.delete(m.id);
      if (m.error !== undefined) p?.rej(new Error(m.error));
      else p?.res(dec(m.value));
    } else if (m.k === 'event') {
      const list = listeners.get(m.channel) ?? [];
      listeners.set(
        m.channel,
        list.filter((l) => !l.once),
      );
      for (const l of list) l.f({ sender: ipcRenderer, ports: [] }, ...m.args.map(dec));
    } else if (m.k === 'accelerators') accelerators = m.list;
  };
  // ---- contextBridge
  const fns = new Map();
  let n = 0;
  let promises = 0;
  const out = (v) => {
    if (typeof v === 'function') {
      const id = ++n;
      fns.set(id, v);
      return { __standinFunction: id };
    }
    if (v === null || typeof v !== 'object') return v;
    if (Array.isArray(v)) return v.map(out);
    if (Object.getPrototypeOf(v) === Object.prototype) {
      const o = {};
      for (const k of Object.keys(v)) o[k] = out(v[k]);
      return o;
    }
    return v;
  };
  const into = (v) => {
    if (v === null || typeof v !== 'object') return v;
    if (v.__standinFunction)
      return (...args) =>
        window.dispatchEvent(
          new CustomEvent(`${EV}:callback`, { detail: { id: v.__standinFunction, args: args.map(out) } }),
        );
    if (Array.isArray(v)) return v.map(into);
    if (Object.getPrototypeOf(v) === Object.prototype) {
      const o = {};
      for (const k of Object.keys(v)) o[k] = into(v[k]);
      return o;
    }
    return v;
  };
  const emit = (type, detail) => window.dispatchEvent(new CustomEvent(`${EV}:${type}`, { detail }));
  window.addEventListener(`${EV}:call`, (e) => {
    try {
      if (!e.detail) throw new Error('An object could not be cloned.');
      const r = fns.get(e.detail.id)(...e.detail.args.map(into));
      if (r instanceof Promise) {
        const promise = ++promises;
        r.then(
          (v) => emit('settle', { promise, value: out(v) }),
          (err) => emit('settle', { promise, error: String(err?.message ?? err) }),
        );
        emit('return', { promise });
      } else emit('return', { value: out(r) });
    } catch (err) {
      emit('return', { error: String(err?.message ?? err) });
    }
  });
  const contextBridge = {
    exposeInMainWorld(key, api) {
      emit('expose', { key, value: out(api) });
    },
    exposeInIsolatedWorld() {
      throw new Error('stand-in: exposeInIsolatedWorld is not supported');
    },
    executeInMainWorld() {
      throw new Error('stand-in: executeInMainWorld is not supported');
    },
  };
  window.addEventListener(`${EV}:open`, (e) => post({ k: 'open', ...e.detail }));
  // ---- menu accelerators: only what the page did not take for itself
  let accelerators = info.accelerators;
  window.addEventListener('keydown', (e) => {
    if (e.defaultPrevented) return;
    for (const a of accelerators)
      if (
        a.ctrl === (e.ctrlKey || e.metaKey) &&
        a.shift === e.shiftKey &&
        a.alt === e.altKey &&
        (a.code === e.code || a.key === e.key.toLowerCase())
      ) {
        e.preventDefault();
        post({ k: 'accelerator', commandId: a.commandId });
        return;
      }
  });
  const electron = {
    ipcRenderer,
    contextBridge,
    webFrame: { setZoomFactor() {}, getZoomFactor: () => 1, setZoomLevel() {}, getZoomLevel: () => 0 },
    webUtils: {
      getPathForFile() {
        throw new Error('stand-in: webUtils.getPathForFile is not supported');
      },
    },
    crashReporter: {},
    nativeImage: {},
    sharedTexture: {},
  };
  const require = (id) => {
    if (id === 'electron' || id === 'electron/renderer' || id === 'electron/common') return electron;
    throw new Error(`module not found: ${id}`);
  };
  const module = { exports: {} };
  const process = Object.freeze({ ...info.process, type: 'renderer', sandboxed: true, contextIsolated: true });
  if (runPreload)
    runPreload(require, module, module.exports, process, (f, ...a) => setTimeout(f, 0, ...a), clearTimeout, globalThis);
}
