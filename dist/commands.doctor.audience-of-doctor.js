import {
  audienceOf
} from "./commands.audience-of.js";

// src/commands/doctor/audience-of-doctor.ts
async function audienceOfDoctor(context) {
  const [config, repository] = await Promise.all([context.config(), context.repository()]);
  const forge = config.visibility === "auto" ? await context.pullRequests() : null;
  return audienceOf({ config, repository, forge });
}

export {
  audienceOfDoctor
};
