import fc from 'fast-check';

/** Properties draw the same cases in each run, so that a run tells of the code alone; `SEED=7 npx vitest` draws others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261127) });
