import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from './settings.js';
import { WorkerModule, openWorkersDatabase } from './worker.module.js';

try {
  const settings = readSettings(process.env);
  const application = await NestFactory.createApplicationContext(
    WorkerModule.register(settings, await openWorkersDatabase(settings)),
    { logger: ['log', 'warn', 'error'], abortOnError: false },
  );
  application.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  console.log('worker ready');
} catch (error) {
  // Whoever runs it can mend it: a sentence is what he needs.
  console.error(`The worker does not start: ${(error as Error).message}`);
  process.exit(1);
}
