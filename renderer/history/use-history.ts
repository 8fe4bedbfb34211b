import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../core/bridge/failure.ts';
import type { HistoryEntry, HistoryState } from '../../core/bridge/versions.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';

/** The versions of an open draft, and what can be done with them. */
export interface History {
  /** Newest first; undefined until they are known. */
  readonly entries: readonly HistoryEntry[] | undefined;
  /** Another window writes the draft: its versions are only read here. */
  readonly isReadOnly: boolean;
  readonly travels: boolean;
  readonly failure: Failure | undefined;
  /** Id of the version that could not be read for want of a password. */
  readonly shut: string | undefined;
  /** Without an id the state of now is kept and named. */
  readonly name: (label: string, id?: string) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
  readonly setTravels: (on: boolean) => Promise<void>;
  readonly read: (id: string) => Promise<HistoryState | undefined>;
}

export function useHistory(session: Session): History {
  const { bridge } = useDesk();
  const { handle } = session;
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  const [travels, setTravels] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [shut, setShut] = useState<string>();

  const refresh = useCallback(async () => {
    await session.flush();
    const reply = await bridge.request('history.list', { handle });
    if (reply.ok) setEntries(reply.value);
    else setFailure(reply.error);
  }, [bridge, handle, session]);

  useEffect(() => {
    void refresh();
    void bridge.request('history.travel', { handle }).then((reply) => reply.ok && setTravels(reply.value));
  }, [bridge, handle, refresh]);

  /** Keeps what went wrong for the dialog to say; true when nothing did. */
  const settle = async (reply: { readonly ok: boolean; readonly error?: Failure }): Promise<boolean> => {
    setFailure(reply.error);
    await refresh();
    return reply.ok;
  };

  return {
    entries,
    isReadOnly: session.opened.readOnly !== undefined,
    travels,
    failure,
    shut,
    name: async (label, id) => {
      await session.flush();
      return settle(await bridge.request('history.name', { handle, label, ...(id !== undefined && { id }) }));
    },
    remove: async (id) => settle(await bridge.request('history.remove', { handle, id })),
    setTravels: async (on) => {
      const reply = await bridge.request('history.travel', { handle, on });
      if (reply.ok) setTravels(reply.value);
      else setFailure(reply.error);
    },
    read: async (id) => {
      const reply = await bridge.request('history.read', { handle, id });
      setFailure(reply.ok ? undefined : reply.error);
      setShut(!reply.ok && reply.error.code === 'password-needed' ? id : undefined);
      return reply.ok ? reply.value : undefined;
    },
  };
}
