import {
  configOnDisk,
  configPlace,
  keepHeapSmall,
  loadParser,
  openRepository,
  warnOfReleases
} from "./adapters.git.find-config.js";

// src/wiring/open-checkout.ts
async function openCheckout(environment) {
  const opening = openRepository(environment.cwd);
  const parser = loadParser();
  const repository = await opening;
  const found = await configOnDisk(configPlace(environment, repository));
  const config = (await parser)(found);
  keepHeapSmall();
  warnOfReleases(config, environment.log);
  return { repository, config };
}

export {
  openCheckout
};
