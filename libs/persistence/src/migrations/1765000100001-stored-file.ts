import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- A file that somebody uploads for a field of a step's form. Its bytes lie elsewhere, under its id.
  CREATE TABLE stored_file (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    -- Null where it came without a step: by somebody without an account.
    user_task_id uuid REFERENCES user_task,
    field text NOT NULL,
    owner_id text NOT NULL,
    -- Of what its sender announced: the same key with another announcement is refused.
    request_hash text NOT NULL,
    -- What the field took when it was announced: {kind, bytesMax, countMax, accept}.
    rule jsonb NOT NULL,
    original_name text NOT NULL,
    declared_bytes bigint NOT NULL CHECK (declared_bytes > 0),
    -- receiving → kept or refused; whatever nobody refers to → swept, and its row goes when its bytes are gone.
    state text NOT NULL DEFAULT 'receiving' CHECK (state IN ('receiving', 'kept', 'refused', 'swept')),
    refusal text,
    -- Of a kept one: what it is called, what it is, and what its bytes are.
    name text,
    media_type text,
    bytes bigint,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    width integer,
    height integer,
    has_thumbnail boolean NOT NULL DEFAULT false,
    is_bound boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    -- When somebody last did something with it.
    touched_at timestamptz NOT NULL,
    CHECK ((state = 'kept') <= (name IS NOT NULL AND media_type IS NOT NULL AND bytes IS NOT NULL AND sha256 IS NOT NULL)),
    CHECK (NOT (is_bound AND state <> 'kept'))
  );
  CREATE INDEX stored_file_task ON stored_file (user_task_id);
  CREATE INDEX stored_file_case ON stored_file (case_id);
  CREATE INDEX stored_file_open ON stored_file (owner_id) WHERE NOT is_bound;
  CREATE INDEX stored_file_idle ON stored_file (touched_at) WHERE NOT is_bound;
  CREATE INDEX stored_file_swept ON stored_file (id) WHERE state = 'swept';

  -- When and where a photo was taken, and what it was before it was compressed: told to fewer than the photo (level T).
  CREATE TABLE file_origin (
    file_id uuid PRIMARY KEY REFERENCES stored_file ON DELETE CASCADE,
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    taken_at text,
    latitude double precision,
    longitude double precision,
    -- 'photo': as the camera wrote it; 'device': as the sender's device said.
    source text NOT NULL CHECK (source IN ('photo', 'device')),
    original_sha256 text
  );

  -- What has been submitted with it: never taken away.
  CREATE TABLE file_binding (
    file_id uuid NOT NULL REFERENCES stored_file,
    command_id text NOT NULL,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    user_task_id uuid NOT NULL REFERENCES user_task,
    -- JSON Pointer into the submission.
    path text NOT NULL,
    sha256 text NOT NULL,
    -- Reader levels of the field and of whatever it lies in: a reader holds all of them.
    levels text[] NOT NULL CHECK (cardinality(levels) > 0 AND levels <@ ARRAY['P', 'V', 'T', 'N']),
    bound_at timestamptz NOT NULL,
    PRIMARY KEY (file_id, command_id)
  );
  CREATE INDEX file_binding_case ON file_binding (case_id);
  CREATE INDEX file_binding_task ON file_binding (user_task_id);

  -- Who needs it meanwhile: a command that has no outcome yet, a draft.
  CREATE TABLE file_reference (
    file_id uuid NOT NULL REFERENCES stored_file ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('command', 'draft')),
    referrer text NOT NULL,
    PRIMARY KEY (file_id, kind, referrer)
  );
  CREATE INDEX file_reference_referrer ON file_reference (kind, referrer);

  GRANT SELECT, INSERT, UPDATE ON stored_file TO wuqing_api;
  GRANT SELECT, INSERT ON file_origin TO wuqing_api;
  GRANT SELECT ON file_binding TO wuqing_api;
  GRANT SELECT, INSERT ON file_reference TO wuqing_api;
  GRANT SELECT, UPDATE, DELETE ON stored_file TO wuqing_worker;
  GRANT SELECT, INSERT ON file_binding TO wuqing_worker;
  GRANT SELECT ON file_reference TO wuqing_worker;
`;

const DOWN = `
  DROP TABLE file_reference, file_binding, file_origin, stored_file;
`;

/** Papers, photos and signatures are files, and no names that somebody types. */
export class StoredFile1765000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
