import type { ReactNode } from 'react';
import type { Act } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { otherTitle, useActName } from './use-act-name.ts';

/** The name of an act on the screen: a title in another language says which it is, so that it is read in its own voice. */
export function ActName({ act }: { readonly act: Act }): ReactNode {
  const { language } = useStore(useDesk().settings);
  const name = useActName()(act);
  const other = otherTitle(act, language);
  const at = other && other.lang !== language ? name.indexOf(other.title) : -1;
  if (!other || at < 0) return name;
  return (
    <>
      {name.slice(0, at)}
      <span lang={other.lang}>{other.title}</span>
      {name.slice(at + other.title.length)}
    </>
  );
}
