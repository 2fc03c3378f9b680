import { type Case, readScenario, type ScenarioSource } from '../catalog';
import { freshAnswer } from './kept-case';
import { clusterPart, compare } from './tasks/clusters';

/** As often as an engine takes to have compiled what a comparison runs. */
const ROUNDS = 6;

/** The source after an edit that changes nothing: its model is resolved anew, as after most edits of a page's form. */
function edited(source: ScenarioSource, round: number): ScenarioSource {
  if ('text' in source) return source;
  const value = source.value as { model: string | object };
  const model = typeof value.model === 'string' ? { base: value.model } : value.model;
  return { ...source, value: { ...value, model: { ...model, name: `${round}` } } };
}

/** The same cluster with another batch, so that it is searched anew. */
function changed(item: Case, round: number): Case {
  const { training } = item.setup;
  const globalBatch = Math.ceil(training.globalBatch * (1 + round / 64));
  return { ...item, setup: { ...item.setup, training: { ...training, globalBatch } } };
}

/**
 * A comparison over and over with other numbers, in steps of a few milliseconds, its answers thrown away. Engines compile
 * what they have run often: after it the first edit is answered as fast as the tenth. For idle time; it changes no
 * answer, and nothing that is kept for the edits to come is put out by it.
 */
export function* rehearsal(source: ScenarioSource): Generator<void> {
  for (let round = 1; round <= ROUNDS; round++) {
    const scenario = readScenario(edited(source, round));
    yield;
    if (!scenario.ok) return;
    const parts = [];
    for (const item of scenario.value.cases) {
      parts.push(clusterPart(scenario.value, freshAnswer(changed(item, round))));
      yield;
    }
    compare.merge({ kind: 'compare', source }, parts);
    yield;
  }
}
