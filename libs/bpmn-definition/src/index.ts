export * from './feel/parse-expression.js';
