'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** Sources import each other with the extension `.js` that Node will see after the build; here they are still `.ts`. */
module.exports = (request, options) => {
  if (request.startsWith('.') && request.endsWith('.js') && !options.basedir.includes('node_modules')) {
    const stem = path.resolve(options.basedir, request.slice(0, -3));
    for (const extension of ['.ts', '.tsx']) if (fs.existsSync(stem + extension)) return stem + extension;
  }
  return options.defaultResolver(request, options);
};
