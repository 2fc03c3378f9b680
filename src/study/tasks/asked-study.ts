import { type FlatStudy, type OpenInputs, openInputs, type ScenarioSource } from '../../catalog';
import { fail, ok, type Result } from '../../units';
import { words } from '../../words';

type StudyKind = FlatStudy['kind'];

/** A scenario that asks a question of kind K, and the question. */
export interface AskedStudy<K extends StudyKind> extends OpenInputs {
  study: Extract<FlatStudy, { kind: K }>;
}

/** Opens a scenario for the question in its `study`; one of another kind is an error that shows `example`. */
export function askedStudy<K extends StudyKind>(
  source: ScenarioSource,
  kind: K,
  example: string,
): Result<AskedStudy<K>> {
  const opened = openInputs(source);
  if (!opened.ok) return opened;
  const { base, error } = opened.value;
  if (base.study?.kind !== kind) {
    return fail(error(['study'], words().study.notThisKind(kind), example));
  }
  return ok({ ...opened.value, study: base.study as AskedStudy<K>['study'] });
}
