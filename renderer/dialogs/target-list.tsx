import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '../../core/draft/types.ts';
import { Icon } from '../ui/icon.tsx';

/** A provision that a reference can name. */
export interface Target {
  readonly id: UnitId;
  /** Статья 11, часть 1. */
  readonly place: string;
  readonly text: string;
}

interface TargetListProps {
  /** The provisions chosen so far; may be empty. */
  readonly listed: readonly UnitId[];
  readonly targets: readonly Target[];
  /** The one that the search field is at, unless it is chosen already. */
  readonly current: Target | undefined;
  readonly onAdd: (target: Target) => void;
  readonly onRemove: (id: UnitId) => void;
}

/** The provisions that one reference names together. One that is gone stays in the list, and says so, until it is taken out. */
export function TargetList({ listed, targets, current, onAdd, onRemove }: TargetListProps): ReactNode {
  const { t } = useTranslation();
  const placeOf = (id: UnitId): string => targets.find((target) => target.id === id)?.place ?? t('inline:broken');
  return (
    <div className="targets">
      {listed.length > 0 ? (
        <ul aria-label={t('inline:targets')}>
          {listed.map((id) => (
            <li key={id}>
              <span>{placeOf(id)}</span>
              <Button
                className="icon-button"
                aria-label={t('inline:takeOut', { place: placeOf(id) })}
                onPress={() => onRemove(id)}
              >
                <Icon name="cross" size={11} />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {current ? (
        <Button className="link" onPress={() => onAdd(current)}>
          {t('inline:addTarget', { place: current.place })}
        </Button>
      ) : null}
    </div>
  );
}
