// Fails when package-lock.json lacks a platform's binary that some package asks for. npm leaves such an entry out without a word when
// the registry of the day has not got it, and then `npm ci` fails on every platform.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const file = process.argv[2] ?? path.join(import.meta.dirname, '..', 'package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8'));

/** Looks where Node would: beside the package, then in every folder above it. */
function isLocked(from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(place, name))
    .map(([name, version]) => `${name}@${version}, wanted by ${place || 'the project'}`),
);
for (const line of missing) console.error(`not in the lockfile: ${line}`);
if (missing.length > 0) {
  console.error('Take a version whose platform packages are all in the registry, and make the lockfile anew.');
  process.exit(1);
}
