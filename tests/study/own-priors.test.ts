import { expect, test } from 'vitest';
import { CONSTANTS, type ConstantSpec, priorConstant, resolveConstants } from '../../src/step';
import { freeParameters, type Parameter } from '../../src/study/calibrate/parameters';
import { ownConstant } from '../../src/study/kernels';

const parameters = freeParameters([{ family: 'hopper' }, { family: 'ascend' }] as never);
const find = (name: string, family: string): Parameter => {
  const found = parameters.find((parameter) => parameter.name === name && parameter.family === family);
  if (!found) throw new Error(`${name} of ${family} is not free`);
  return found;
};

test('a measured chip draws its family half way and makes it surer', () => {
  const own = ownConstant('gemm_bf16', (family) => family === 'hopper');
  const { prior, sigma } = find('gemm_bf16', 'hopper');
  expect(own).not.toBeNull();
  expect(prior).toBeCloseTo(Math.sqrt(priorConstant('gemm_bf16', 'hopper') * (own ?? 0)), 12);
  expect(sigma).toBeLessThan((CONSTANTS.gemm_bf16 as ConstantSpec).sigma);
});

test('families that nobody measured here keep their priors, and those without a row are not fitted', () => {
  const { prior, sigma } = find('gemm_bf16', 'ascend');
  expect(prior).toBe(priorConstant('gemm_bf16', 'ascend'));
  expect(sigma).toBe((CONSTANTS.gemm_bf16 as ConstantSpec).sigma);
  expect(() => find('gemm_bf16', 'other')).toThrow('not free');
});

test('the fit leaves every constant near its evidence, and no rate above what it is a fraction of', () => {
  for (const { name, family, prior, sigma, least, most } of parameters) {
    const fitted = resolveConstants(family, {})[name];
    expect(Math.log(fitted / prior), `${name} of ${family}`).toBeGreaterThan(least - 1e-3);
    expect(Math.log(fitted / prior), `${name} of ${family}`).toBeLessThan(most + 1e-3);
    expect(most).toBeLessThanOrEqual(4 * sigma);
    if (/^fraction of (line rate|HBM)/.test(CONSTANTS[name].unit)) expect(fitted, name).toBeLessThan(0.951);
  }
});
