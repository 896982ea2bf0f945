import {
  codeSpan,
  linked
} from "./report.markdown.js";

// src/report/summary/how-to-approve.ts
function anyPlace(accept, environment) {
  return {
    ways: accept,
    isKnown: false,
    environment,
    run: null,
    workflow: null,
    takesExcept: false,
    isWaiting: false
  };
}
function howToApprove(digest, place, safe) {
  const told = onGitHub.flatMap((way) => place.ways.includes(way) ? [way] : []);
  const shown = place.isKnown ? told.slice(0, 1) : told;
  const ways = shown.map((way) => wayText(way, digest, place, safe));
  const other = place.isKnown && told[0] === "comment" && told.includes("dispatch");
  return [
    "### To approve it\n\n",
    ways.length > 0 ? ways.join("") : `Its digest:

${copied(digest)}`,
    other ? `Or ${byHand(place)} with that digest.

` : "",
    "To leave out for good what a source says now, run `stack-publish resolve SOURCE skip`, and plan again.\n"
  ].join("");
}
var onGitHub = ["environment", "comment", "dispatch"];
function wayText(way, digest, place, safe) {
  const except = "To leave a step out, ";
  switch (way) {
    case "environment": {
      const name = codeSpan(safe(place.environment));
      if (place.isWaiting)
        return `This very plan waits for its approval in an earlier run already: approve the deployment to ${name} there, or ${byHand(place)} to be asked again. Its digest:

${copied(digest)}`;
      const run = linked("this run", place.run);
      return `Approve the deployment to ${name} that waits in ${run}. It publishes what has this digest, and nothing else:

${copied(digest)}`;
    }
    case "comment":
      return `Comment on a pull request with this line alone:

${copied(`/publish ${digest}`)}${except}add a line \`except SOURCE\` for it.

`;
    case "dispatch": {
      const line = place.workflow === null ? digest : `gh workflow run ${place.workflow.file} -f digest=${digest}`;
      const how = place.workflow === null ? "" : ", or at a terminal";
      const more = place.takesExcept ? `${except}name its source in the input \`except\`.

` : "";
      return `${capital(byHand(place))} with its digest${how}:

${copied(line)}${more}`;
    }
  }
}
function byHand({ workflow }) {
  return `start ${linked("the workflow", workflow?.page ?? null)} by hand`;
}
function copied(text) {
  return `\`\`\`text
${text}
\`\`\`

`;
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export {
  anyPlace,
  howToApprove
};
