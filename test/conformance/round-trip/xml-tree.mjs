/**
 * An XML reader of its own, so that what the product's parser drops is not dropped here too: well-formed files without
 * document type, names resolved to `{namespace}local`, comments and processing instructions left out.
 */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const XSI_TYPE = '{http://www.w3.org/2001/XMLSchema-instance}type';

/** The root: `{ name, attributes: { name → value }, children, text }`. */
export function treeOf(xml) {
  const root = { children: [], text: '', spaces: {} };
  const open = [root];
  for (const [, cdata, closing, tag, attributes, empty, text] of xml.matchAll(TOKEN)) {
    const top = open[open.length - 1];
    if (cdata !== undefined) top.text += cdata;
    else if (text !== undefined) top.text += unescaped(text);
    else if (closing !== undefined) open.pop();
    else if (tag !== undefined) {
      const element = elementOf(tag, attributes, top.spaces);
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root.children[0];
}

function elementOf(tag, text, outer) {
  const spaces = { ...outer };
  const plain = [];
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    const value = unescaped(double ?? single);
    if (name === 'xmlns') spaces[''] = value;
    else if (name.startsWith('xmlns:')) spaces[name.slice(6)] = value;
    else plain.push([name, value]);
  }
  const attributes = {};
  for (const [name, value] of plain) {
    const key = name.includes(':') ? resolved(name, spaces) : name;
    attributes[key] = key === XSI_TYPE ? resolved(value, spaces) : value;
  }
  return { name: resolved(tag, spaces), attributes, children: [], text: '', spaces };
}

function resolved(name, spaces) {
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  return `{${spaces[prefix] ?? ''}}${local}`;
}

const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex || decimal ? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)) : (NAMED[name] ?? whole),
  );

/** A tree as text again; elements that were put in say in `spaces` which prefixes they may use. */
export function textOf(element, outer = {}) {
  const { spaces } = element;
  const declared = Object.entries(spaces).filter(([prefix, uri]) => outer[prefix] !== uri);
  const attributes = [
    ...declared.map(([prefix, uri]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]),
    ...Object.entries(element.attributes).map(([name, value]) => [
      name.startsWith('{') ? written(name, spaces) : name,
      name === XSI_TYPE ? written(value, spaces) : value,
    ]),
  ].map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const tag = written(element.name, spaces);
  const inside =
    escaped(element.text.trim()) + element.children.map((child) => textOf(child, spaces)).join('');
  return `<${tag}${attributes.join('')}>${inside}</${tag}>`;
}

function written(name, spaces) {
  const [, uri, local] = /^\{(.*)\}(.*)$/.exec(name);
  const prefix = Object.keys(spaces).find((key) => spaces[key] === uri) ?? '';
  return prefix === '' ? local : `${prefix}:${local}`;
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
