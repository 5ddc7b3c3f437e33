/** Where a browser has service workers (with TLS, or on this machine). Without one the phone works as long as there is a network. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/m/worker.js', { scope: '/m/' }).catch((error: unknown) => {
    console.warn('Expected the phone to be kept for use without a network', error);
  });
}
