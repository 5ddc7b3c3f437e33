import {
  BadRequestException,
  NotFoundException,
  PayloadTooLargeException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { Problem, conflict, notFound } from './problem.js';
import { problemOf } from './problem-of.js';

const driver = (code: string) => Object.assign(new Error('quoted values'), { driverError: { code } });

describe('problemOf', () => {
  it('keeps a problem as it is', () => {
    const problem = conflict('已办结');
    expect(problemOf(problem)).toBe(problem);
  });

  it.each([
    [new NotFoundException(), 404],
    [new BadRequestException(), 400],
    [new PayloadTooLargeException(), 413],
    [new UnsupportedMediaTypeException(), 415],
    [Object.assign(new Error('entity too large'), { status: 413, expose: true }), 413],
    [driver('57P01'), 503],
    [driver('08006'), 503],
    [driver('53300'), 503],
    [driver('22P05'), 422],
    [driver('23505'), 500],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 503],
    [Object.assign(new Error('x'), { errors: [{ code: 'ECONNREFUSED' }] }), 503],
    [new Error('Connection terminated unexpectedly'), 503],
    [new Error('timeout exceeded when trying to connect'), 503],
    [new Error('Query read timeout'), 503],
    [new Error('a bug of ours'), 500],
    ['not even an error', 500],
  ])('%p → %i', (error, status) => expect(problemOf(error).status).toBe(status));

  it('takes a value that the database cannot read for what was sent only where something was', () => {
    expect(problemOf(driver('22007'), true)).toMatchObject({ status: 422, kind: 'invalid' });
    expect(problemOf(driver('22007'), false)).toMatchObject({ status: 500, kind: 'bug' });
  });

  it('never tells what was thrown', () => {
    const { title, detail } = problemOf(new Error('secret of the house'));
    expect(`${title}${detail}`).not.toContain('secret');
  });

  it('has sentences that say what to do', () => {
    expect(notFound()).toBeInstanceOf(Problem);
    expect(notFound().detail).toMatch(/请/);
  });
});
