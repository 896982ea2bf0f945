import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/action/answer-comment.ts
async function answerComment({
  comment,
  forge,
  log
}, publish) {
  const answer = async (reaction) => {
    try {
      await forge.react(comment, reaction);
    } catch (error) {
      const seen = error instanceof Fault ? `${error.message} ${error.remedy}` : String(error);
      log.info(`The comment was not answered. ${seen}`);
    }
  };
  try {
    const exitCode = await publish();
    await answer(signs[exitCode] ?? "confused");
    return exitCode;
  } catch (error) {
    await answer(error instanceof Fault && error.kind === "policy" ? "confused" : "-1");
    throw error;
  }
}
var signs = { 0: "rocket", 4: "-1" };
export {
  answerComment
};
