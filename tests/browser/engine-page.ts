import { webEngine } from '../../src/engine';
import type { Task } from '../../src/study';
import { bits } from '../engine/cases';

/** What the test's page offers: the tasks' answers through Web Workers, as bits. */
export type AnswerAll = (tasks: Task[]) => Promise<string[]>;

const answerAll: AnswerAll = async (tasks) => {
  const engine = webEngine({ workers: 2 });
  const list: string[] = [];
  for (const task of tasks) list.push(bits(await engine.run(task)));
  engine.close();
  return list;
};

Object.assign(globalThis, { answerAll });
