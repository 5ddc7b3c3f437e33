import { Parser } from 'saxen';

/** An attribute of the file, with its name space; what only declares a name space is none. */
export interface RawAttribute {
  /** As it is written, with its prefix. */
  readonly written: string;
  /** Empty where it has no prefix. */
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** An element as the file has it, before any reader chose what it understands. */
export interface RawElement {
  readonly written: string;
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly RawAttribute[];
  readonly children: readonly RawElement[];
  readonly parent: RawElement | undefined;
  /** Its own text without that of its children. */
  readonly text: string;
  /** Its place among the start tags of the file, from 0. */
  readonly order: number;
}

type Scope = Readonly<Record<string, string>>;
type Open = Omit<RawElement, 'children' | 'text' | 'parent'> & {
  readonly children: RawElement[];
  readonly parent: Open | undefined;
  text: string;
  readonly scope: Scope;
};

const xmlScope: Scope = { xml: 'http://www.w3.org/XML/1998/namespace' };

/** The tree of a file that the parser of BPMN has taken. Name spaces are told by their address, not by their prefix. */
export function rawElementOf(xml: string): RawElement | undefined {
  let root: Open | undefined;
  let open: Open | undefined;
  let order = 0;
  const parser = new Parser();
  parser.on('openTag', (name, getAttributes, decode) => {
    // Of what cannot be split into attributes there are none; it is refused as unreadable.
    const attributes = Object.entries(getAttributes()).map(
      ([key, value = '']) => [key, decode(value)] as const,
    );
    open = opened(name, attributes, open, order++);
    if (open.parent) open.parent.children.push(open);
    root ??= open;
  });
  const addText = (text: string): void => {
    if (open) open.text += text;
  };
  parser.on('text', (text, decode) => addText(decode(text)));
  parser.on('cdata', addText);
  parser.on('closeTag', () => {
    open = open?.parent;
  });
  parser.parse(xml);
  return root;
}

function opened(
  name: string,
  attributes: readonly (readonly [name: string, value: string])[],
  parent: Open | undefined,
  order: number,
): Open {
  const declared = attributes.flatMap(([key, value]) =>
    key === 'xmlns' ? [['', value]] : key.startsWith('xmlns:') ? [[key.slice('xmlns:'.length), value]] : [],
  );
  const outside = parent?.scope ?? xmlScope;
  const scope: Scope = declared.length === 0 ? outside : { ...outside, ...Object.fromEntries(declared) };
  const [prefix, local] = split(name);
  return {
    written: name,
    uri: uriIn(scope, prefix),
    local,
    attributes: attributes
      .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
      .map(([key, value]) => attributeOf(scope, key, value)),
    children: [],
    parent,
    text: '',
    order,
    scope,
  };
}

function attributeOf(scope: Scope, written: string, value: string): RawAttribute {
  const [prefix, local] = split(written);
  return { written, uri: prefix === '' ? '' : uriIn(scope, prefix), local, value };
}

/** A prefix that nothing declares stands for itself. */
const uriIn = (scope: Scope, prefix: string): string =>
  Object.hasOwn(scope, prefix) ? scope[prefix]!.trim() : prefix === '' ? '' : `${prefix}:`;

function split(name: string): readonly [prefix: string, local: string] {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

/** The value of an attribute without prefix. */
export const rawAttribute = (element: RawElement, name: string): string | undefined =>
  element.attributes.find(({ uri, local }) => uri === '' && local === name)?.value;
