import { GivenReason } from '../../cases/dto/given-reason.js';

export class RetrySetAsideDto {
  /** What was mended. */
  @GivenReason()
  reason!: string;
}
