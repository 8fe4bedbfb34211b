import { startupSnapshot } from 'node:v8';
import { write } from './writer.ts';

// What is run is the image of a process in which the program is loaded already: a life that is to be cut short at once should not be
// spent on being read.
startupSnapshot.setDeserializeMainFunction(() => {
  const root = process.argv.at(-1);
  if (root !== undefined) void write(root);
});
