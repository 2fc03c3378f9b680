import type { Model } from '../model';
import { fail, ok, type Result, type UserError } from '../units';
import { errorAt } from './issues';
import { dispatchersOf, offeredBy, precisionsOf } from './offered';
import { runAssumptions } from './overrides';
import { dispatcherAsked, toConstraints, unofferedParts } from './plan';
import { distinct, type Prepared } from './prepare';
import { modelProblems, type Problem, systemProblems } from './problems';
import { toModel, toSystem } from './resolve';
import { toStack } from './stack';
import { stagesOf } from './stages';
import { resolveTraining } from './training';
import type { Case, Scenario } from './types';
import type { Varying } from './vary';
import type { Path } from './yaml';

/** The typed scenario of a prepared one; contradictions of changed inputs are placed at `path`. */
export function build(prepared: Prepared, varying: Varying | null, path: Path = []): Result<Scenario> {
  const { flat, model, clusters, written } = prepared;
  const errors: UserError[] = [];
  const add = (problems: Problem[]) => {
    for (const problem of problems) {
      const place = varying?.pathOf(String(problem.path.at(-1))) ?? path;
      errors.push(errorAt(written, place, problem.message, problem.expected));
    }
  };
  for (const own of new Set(clusters.map((cluster) => cluster.model))) add(modelProblems(own.flat));
  for (const { system } of clusters) add(systemProblems(system.flat));
  if (errors.length > 0) return fail(...distinct(errors));
  const cases: Case[] = [];
  for (const index of clusters.keys()) {
    const made = caseOf(prepared, index, varying);
    if (made.ok) cases.push(made.value);
    else errors.push(...made.errors);
  }
  if (errors.length > 0) return fail(...distinct(errors));
  return ok({
    question: flat.question,
    cases,
    model: model.flat.name,
    vary: varying?.vary ?? null,
    study: flat.study ?? null,
  });
}

/** The case of cluster number `index`. What is wrong with an input stands where the input does. */
function caseOf({ flat, clusters, written }: Prepared, index: number, varying: Varying | null): Result<Case> {
  const cluster = clusters[index];
  const system = toSystem(cluster.system);
  const { chip } = system;
  const stack = toStack(cluster.stack);
  const offered = offeredBy(chip, cluster.stack.flat);
  const training = resolveTraining(
    cluster.training,
    cluster.model.flat,
    chip,
    offered,
    (key, message, expected) => {
      const varied = varying?.vary.axes.some((axis) => axis.key === key);
      if (varying && varied) return errorAt(written, varying.pathOf(key), message, expected);
      const own = Object.hasOwn(cluster.flat.training, key);
      const path = own ? ['clusters', index, 'training', key] : ['training', key];
      return errorAt(written, path, message, expected);
    },
  );
  if (!training.ok) return training;
  const stages = stagesOf(training.value, cluster.training.stages ?? [], (at, message, expected) =>
    errorAt(written, ['training', 'stages', at], message, expected),
  );
  if (!stages.ok) return stages;
  const constraints = toConstraints(flat.plan, cluster.flat.plan);
  const { precision } = cluster.training;
  // A single precision is the training's own.
  if (typeof precision === 'object' || precision === 'any')
    constraints.precision = precisionsOf(precision, chip, offered);
  const dispatcher = dispatcherAsked(flat.plan, cluster.flat.plan);
  if (dispatcher !== undefined) constraints.dispatcher = dispatchersOf(dispatcher, chip, offered);
  const errors = unofferedParts(constraints, dispatcher, chip, offered, stack).map(
    ({ key, message, expected }) => {
      const own = Object.hasOwn(Object(cluster.flat.plan), key);
      return errorAt(written, own ? ['clusters', index, 'plan', key] : ['plan', key], message, expected);
    },
  );
  if (errors.length > 0) return fail(...errors);
  return ok({
    cluster: cluster.flat.name,
    setup: {
      model: modelOf(cluster.model),
      cluster: { name: cluster.flat.name, system, chips: cluster.flat.chips },
      training: training.value,
      stack,
    },
    constraints,
    offered,
    run: runAssumptions(system, cluster.run),
    cost: cluster.run.cost ?? null,
    stages: stages.value,
  });
}

const models = new WeakMap<Prepared['model'], Model>();

/** One typed model for all variants of a scenario that leave the model alone: what is derived from it is kept with it. */
function modelOf(prepared: Prepared['model']): Model {
  const known = models.get(prepared);
  if (known) return known;
  const made = toModel(prepared);
  models.set(prepared, made);
  return made;
}
