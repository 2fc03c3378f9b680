import { create, createUnitDependencies, parseDependencies, unitDependencies } from 'mathjs';

const dependencies = { ...unitDependencies, ...createUnitDependencies, ...parseDependencies };

function start() {
  const math = create(dependencies);
  math.createUnit('FLOP', { prefixes: 'short', aliases: ['FLOPs', 'flop', 'flops'] });
  math.createUnit('FLOPS', { prefixes: 'short', definition: '1 FLOP/s' });
  math.createUnit('bps', { prefixes: 'short', definition: '1 b/s' });
  for (const prefix of ['k', 'M', 'G', 'T']) {
    math.createUnit(`${prefix}bit`, { definition: `1 ${prefix}b`, aliases: [`${prefix}bits`] });
  }
  math.createUnit('yr', { definition: '1 year' });
  math.createUnit('USD', { aliases: ['usd'] });
  math.createUnit('token', { aliases: ['tokens'] });
  math.createUnit('chip', { aliases: ['chips'] });
  return math;
}

let instance: ReturnType<typeof start> | null = null;

/** The one mathjs instance of the program, made at its first use; `createUnit` is global to an instance. */
export function math(): ReturnType<typeof start> {
  instance ??= start();
  return instance;
}
