'use strict';
const { DefaultFailureConverter } = require('@temporalio/common');

/**
 * Moves message and stack of a failure into an encrypted payload: in a local activity's marker they would stand in
 * clear text. CommonJS, because Temporal loads it with `require`, in Node and in the workflow bundle alike.
 */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
