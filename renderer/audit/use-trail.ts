import { useEffect, useState } from 'react';
import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TrailState } from '../../core/bridge/trail.ts';
import { useDesk } from '../state/desk.ts';
import { saveDraft } from '../state/files.ts';
import type { Session } from '../state/session.ts';

/** The audit trail of an open draft, and what can be done with it. */
export interface Trail {
  /** Undefined until it is known. */
  readonly state: TrailState | undefined;
  readonly failure: Failure | undefined;
  /** Name and folder of the copy that was saved last. */
  readonly saved: { readonly name: string; readonly folder: string } | undefined;
  readonly turn: (on: boolean) => Promise<void>;
  readonly save: (format: 'csv' | 'json') => Promise<void>;
}

export function useTrail(session: Session): Trail {
  const desk = useDesk();
  const { bridge } = desk;
  const { handle } = session;
  const [state, setState] = useState<TrailState>();
  const [failure, setFailure] = useState<Failure>();
  const [saved, setSaved] = useState<Trail['saved']>();

  const take = (reply: ReplyOf<'trail.read'>): boolean => {
    if (reply.ok) setState(reply.value);
    setFailure(reply.ok ? undefined : reply.error);
    return reply.ok;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each session
  useEffect(() => {
    void bridge.request('trail.read', { handle }).then(take);
  }, [bridge, handle]);

  return {
    state,
    failure,
    saved,
    turn: async (on) => {
      await session.flush();
      if (!take(await bridge.request('trail.turn', { handle, on }))) return;
      // Whoever gets the file next is to have what was chosen.
      if (session.fileName.get() !== '') await saveDraft(desk);
      take(await bridge.request('trail.read', { handle }));
    },
    save: async (format) => {
      const reply = await bridge.request('trail.save', { handle, format });
      setSaved(reply.ok ? reply.value : undefined);
      setFailure(reply.ok ? undefined : reply.error);
    },
  };
}
