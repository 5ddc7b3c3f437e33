/**
 * The phone's own files, kept on the device, so that it opens without a network. Nothing of the API and nothing of the desk is kept
 * here: what people write lies in the device's database, what they read stays with the server.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', act: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', act: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = self as unknown as WorkerScope;

/** Written in by the build (`build/phone-worker.ts`): every file that the phone can ask for, each named by its content. */
const FILES = '__PHONE_FILES__'.split(' ');
const STORE = '__PHONE_BUILD__';
const PAGE = '/m/';

const install = async (): Promise<void> => {
  const store = await caches.open(STORE);
  await store.addAll([PAGE, ...FILES]);
  await worker.skipWaiting();
};

const activate = async (): Promise<void> => {
  const old = (await caches.keys()).filter((name) => name.startsWith('phone-') && name !== STORE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

/** The page as the server has it now; the one of the build where nobody answers. */
const page = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw error;
  }
};

const file = async (request: Request): Promise<Response> =>
  (await caches.match(request)) ?? (await fetch(request));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && /^\/m(\/|$)/.test(pathname)) event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(file(request));
});
