/**
 * What the second tree lacks or says otherwise, as sentences with a path; what it has in excess, too.
 *
 * Children are compared within their name, in order; numbers and booleans as XML Schema reads them; an attribute that
 * says its default (BPMN 2.0.2, chapter 15) may be left out. Where text stands between elements, white space is none.
 */
export function lostBetween(before, after, path = localOf(before.name)) {
  const here = before.attributes.id ? `${path}#${before.attributes.id}` : path;
  return [
    ...lostAttributes(before, after, here),
    ...(same(before.text.trim(), after.text.trim())
      ? []
      : [`${here}: text "${before.text.trim()}" became "${after.text.trim()}"`]),
    ...lostChildren(before, after, here),
  ];
}

function lostAttributes(before, after, here) {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  return [...names].flatMap((name) => {
    const was = before.attributes[name];
    const is = after.attributes[name];
    if (same(was, is) || (is === undefined && saysNothing(before, name))) return [];
    return [`${here}: ${localOf(name)} "${was ?? 'nothing'}" became "${is ?? 'nothing'}"`];
  });
}

/** An attribute that says its default, or the type that the element has by its name. */
const saysNothing = ({ name, attributes }, attribute) =>
  DEFAULTS[attribute]?.includes(attributes[attribute]) ||
  (attribute.endsWith('}type') && DECLARED_TYPES[localOf(name)] === localOf(attributes[attribute]));

function lostChildren(before, after, here) {
  const names = new Set([...before.children, ...after.children].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const were = before.children.filter((child) => child.name === name);
    const are = after.children.filter((child) => child.name === name);
    if (were.length !== are.length)
      return [`${here}: ${were.length} × ${localOf(name)} became ${are.length} × it`];
    return were.flatMap((child, at) => lostBetween(child, are[at], `${here}/${localOf(name)}`));
  });
}

const localOf = (name) => name.slice(name.indexOf('}') + 1);

function same(was, is) {
  if (was === is) return true;
  if (was === undefined || is === undefined) return false;
  return valueOf(was) === valueOf(is);
}

function valueOf(text) {
  if (text === 'true' || text === 'false') return text;
  return /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text) ? String(Number(text)) : text;
}

const DECLARED_TYPES = { waypoint: 'Point', Bounds: 'Bounds' };

/** Defaults of the tables and the XML Schema of BPMN 2.0.2, by the name of the attribute. */
const DEFAULTS = {
  associationDirection: ['None'],
  behavior: ['All'],
  cancelActivity: ['true'],
  cancelRemainingInstances: ['true'],
  completionQuantity: ['1'],
  eventGatewayType: ['Exclusive'],
  expressionLanguage: ['http://www.w3.org/1999/XPath'],
  gatewayDirection: ['Unspecified'],
  implementation: ['##unspecified', '##WebService'],
  instantiate: ['false'],
  isClosed: ['false'],
  isCollection: ['false'],
  isForCompensation: ['false'],
  isInterrupting: ['true'],
  isSequential: ['false'],
  isUnlimited: ['true'],
  itemKind: ['Information'],
  loopType: ['None'],
  maximum: ['1'],
  minimum: ['0'],
  mustUnderstand: ['false'],
  ordering: ['Parallel'],
  parallelMultiple: ['false'],
  processType: ['None'],
  startQuantity: ['1'],
  testBefore: ['false'],
  textFormat: ['text/plain'],
  triggeredByEvent: ['false'],
  typeLanguage: ['http://www.w3.org/2001/XMLSchema'],
  waitForCompletion: ['true'],
};
