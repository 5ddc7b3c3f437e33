import type { Plugin } from 'vite';

const STYLES = /\n\s*<link rel="stylesheet"[^>]*>/g;
const BEFORE = /\n\s*<script type="module"/;

/** Style sheets stand before the scripts of a page: browsers ask six things at a time, and a page that came drawn waits for these alone. */
export function stylesFirst(): Plugin {
  return {
    name: 'styles-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const styles = (html.match(STYLES) ?? []).join('');
        return html.replaceAll(STYLES, '').replace(BEFORE, (script) => styles + script);
      },
    },
  };
}
