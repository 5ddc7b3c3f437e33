import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `ALTER TABLE supervision_order ALTER first_case_id DROP NOT NULL;`;
const DOWN = `
  DELETE FROM supervision_order WHERE first_case_id IS NULL;
  ALTER TABLE supervision_order ALTER first_case_id SET NOT NULL;
`;

/** An order that was begun as a plain case has a number, and no case that it came out of. */
export class OrderBegunByItself1765001342000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
