import { choose, option } from '../state/store';
import { words } from '../words';
import { Pick } from './pick';

/** The cluster that a view shows in detail: an index within `names`, kept in the link. */
export function chosenCluster(names: readonly string[]): number {
  const chosen = Number(option('cluster') ?? 0);
  return Number.isInteger(chosen) && chosen >= 0 && chosen < names.length ? chosen : 0;
}

export function ClusterPick({ names }: { names: readonly string[] }) {
  if (names.length < 2) return null;
  return (
    <Pick
      id="cluster"
      label={words.figures.cluster}
      value={String(chosenCluster(names))}
      options={names.map((name, index) => [String(index), name])}
      onPick={(index) => choose('cluster', index)}
    />
  );
}
