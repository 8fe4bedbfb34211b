// Loaded before a program: writes down whatever it tries to reach. Types are left to the tests that use it.
import { Socket } from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const record = (what) => appendFileSync(process.env.DOLBOOR_TEST_CONNECTIONS, `${what}\n`);

function watch(owner, name, describe) {
  const original = owner[name];
  owner[name] = function watched(...args) {
    const what = describe(args);
    if (what !== undefined) record(`${name} ${what}`);
    return Reflect.apply(original, this, args);
  };
}

watch(net.Socket.prototype, 'connect', ([first]) => JSON.stringify(first?.[0] ?? first));
watch(Socket.prototype, 'send', () => 'a datagram');
// An address is no name to ask anybody for: listening looks one up too.
const nameIn = ([host]) => (net.isIP(host) === 0 ? host : undefined);
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  watch(dns, name, nameIn);
  watch(dns.promises, name, nameIn);
}
