/** Stands in the built pages where the server writes the nonce of each answer: `serve-web-build.ts` of the API. */
export const STYLE_NONCE = '__STYLE_NONCE__';

/** The nonce of this page: what antd writes into `<style>` carries it, and nothing else may. */
export const styleNonceOf = (page: Document): string =>
  page.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
