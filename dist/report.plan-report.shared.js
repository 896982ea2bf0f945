import {
  line
} from "./report.line.js";
import {
  provenanceText
} from "./model.provenance.js";

var Diff=class{diff(oldStr,newStr,options={}){let callback;typeof options=="function"?(callback=options,options={}):"callback"in options&&(callback=options.callback);const oldString=this.castInput(oldStr,options),newString=this.castInput(newStr,options),oldTokens=this.removeEmpty(this.tokenize(oldString,options)),newTokens=this.removeEmpty(this.tokenize(newString,options));return this.diffWithOptionsObj(oldTokens,newTokens,options,callback)}diffWithOptionsObj(oldTokens,newTokens,options,callback){var _a;const done=value=>{if(value=this.postProcess(value,options),callback){setTimeout(function(){callback(value)},0);return}else return value},newLen=newTokens.length,oldLen=oldTokens.length;let editLength=1,maxEditLength=newLen+oldLen;options.maxEditLength!=null&&(maxEditLength=Math.min(maxEditLength,options.maxEditLength));const maxExecutionTime=(_a=options.timeout)!==null&&_a!==void 0?_a:1/0,abortAfterTimestamp=Date.now()+maxExecutionTime,bestPath=[{oldPos:-1,lastComponent:void 0}];let newPos=this.extractCommon(bestPath[0],newTokens,oldTokens,0,options);if(bestPath[0].oldPos+1>=oldLen&&newPos+1>=newLen)return done(this.buildValues(bestPath[0].lastComponent,newTokens,oldTokens));let minDiagonalToConsider=-1/0,maxDiagonalToConsider=1/0;const execEditLength=()=>{for(let diagonalPath=Math.max(minDiagonalToConsider,-editLength);diagonalPath<=Math.min(maxDiagonalToConsider,editLength);diagonalPath+=2){let basePath;const removePath=bestPath[diagonalPath-1],addPath=bestPath[diagonalPath+1];removePath&&(bestPath[diagonalPath-1]=void 0);let canAdd=!1;if(addPath){const addPathNewPos=addPath.oldPos-diagonalPath;canAdd=addPath&&0<=addPathNewPos&&addPathNewPos<newLen}const canRemove=removePath&&removePath.oldPos+1<oldLen;if(!canAdd&&!canRemove){bestPath[diagonalPath]=void 0;continue}if(!canRemove||canAdd&&removePath.oldPos<addPath.oldPos?basePath=this.addToPath(addPath,!0,!1,0,options):basePath=this.addToPath(removePath,!1,!0,1,options),newPos=this.extractCommon(basePath,newTokens,oldTokens,diagonalPath,options),basePath.oldPos+1>=oldLen&&newPos+1>=newLen)return done(this.buildValues(basePath.lastComponent,newTokens,oldTokens))||!0;bestPath[diagonalPath]=basePath,basePath.oldPos+1>=oldLen&&(maxDiagonalToConsider=Math.min(maxDiagonalToConsider,diagonalPath-1)),newPos+1>=newLen&&(minDiagonalToConsider=Math.max(minDiagonalToConsider,diagonalPath+1))}editLength++};if(callback)(function exec(){setTimeout(function(){if(editLength>maxEditLength||Date.now()>abortAfterTimestamp)return callback(void 0);execEditLength()||exec()},0)})();else for(;editLength<=maxEditLength&&Date.now()<=abortAfterTimestamp;){const ret=execEditLength();if(ret)return ret}}addToPath(path,added,removed,oldPosInc,options){const last=path.lastComponent;return last&&!options.oneChangePerToken&&last.added===added&&last.removed===removed?{oldPos:path.oldPos+oldPosInc,lastComponent:{count:last.count+1,added,removed,previousComponent:last.previousComponent}}:{oldPos:path.oldPos+oldPosInc,lastComponent:{count:1,added,removed,previousComponent:last}}}extractCommon(basePath,newTokens,oldTokens,diagonalPath,options){const newLen=newTokens.length,oldLen=oldTokens.length;let oldPos=basePath.oldPos,newPos=oldPos-diagonalPath,commonCount=0;for(;newPos+1<newLen&&oldPos+1<oldLen&&this.equals(oldTokens[oldPos+1],newTokens[newPos+1],options);)newPos++,oldPos++,commonCount++,options.oneChangePerToken&&(basePath.lastComponent={count:1,previousComponent:basePath.lastComponent,added:!1,removed:!1});return commonCount&&!options.oneChangePerToken&&(basePath.lastComponent={count:commonCount,previousComponent:basePath.lastComponent,added:!1,removed:!1}),basePath.oldPos=oldPos,newPos}equals(left,right,options){return options.comparator?options.comparator(left,right):left===right||!!options.ignoreCase&&left.toLowerCase()===right.toLowerCase()}removeEmpty(array){const ret=[];for(let i=0;i<array.length;i++)array[i]&&ret.push(array[i]);return ret}castInput(value,options){return value}tokenize(value,options){return Array.from(value)}join(chars){return chars.join("")}postProcess(changeObjects,options){return changeObjects}get useLongestToken(){return!1}buildValues(lastComponent,newTokens,oldTokens){const components=[];let nextComponent;for(;lastComponent;)components.push(lastComponent),nextComponent=lastComponent.previousComponent,delete lastComponent.previousComponent,lastComponent=nextComponent;components.reverse();const componentLen=components.length;let componentPos=0,newPos=0,oldPos=0;for(;componentPos<componentLen;componentPos++){const component=components[componentPos];if(component.removed)component.value=this.join(oldTokens.slice(oldPos,oldPos+component.count)),oldPos+=component.count;else{if(!component.added&&this.useLongestToken){let value=newTokens.slice(newPos,newPos+component.count);value=value.map(function(value2,i){const oldValue=oldTokens[oldPos+i];return oldValue.length>value2.length?oldValue:value2}),component.value=this.join(value)}else component.value=this.join(newTokens.slice(newPos,newPos+component.count));newPos+=component.count,component.added||(oldPos+=component.count)}}return components}},LineDiff=class extends Diff{constructor(){super(...arguments),this.tokenize=tokenize}equals(left,right,options){return options.ignoreWhitespace?((!options.newlineIsToken||!left.includes(`
`))&&(left=left.trim()),(!options.newlineIsToken||!right.includes(`
`))&&(right=right.trim())):options.ignoreNewlineAtEof&&!options.newlineIsToken&&(left.endsWith(`
`)&&(left=left.slice(0,-1)),right.endsWith(`
`)&&(right=right.slice(0,-1))),super.equals(left,right,options)}},lineDiff=new LineDiff;function diffLines(oldStr,newStr,options){return lineDiff.diff(oldStr,newStr,options)}function tokenize(value,options){options.stripTrailingCr&&(value=value.replace(/\r\n/g,`
`));const retLines=[],linesAndNewlines=value.split(/(\n|\r\n)/);linesAndNewlines[linesAndNewlines.length-1]||linesAndNewlines.pop();for(let i=0;i<linesAndNewlines.length;i++){const line2=linesAndNewlines[i];i%2&&!options.newlineIsToken?retLines[retLines.length-1]+=line2:retLines.push(line2)}return retLines}function structuredPatch(oldFileName,newFileName,oldStr,newStr,oldHeader,newHeader,options){let optionsObj;options?typeof options=="function"?optionsObj={callback:options}:optionsObj=options:optionsObj={},typeof optionsObj.context>"u"&&(optionsObj.context=4);const context=optionsObj.context;if(optionsObj.newlineIsToken)throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");if(optionsObj.callback){const{callback}=optionsObj;diffLines(oldStr,newStr,Object.assign(Object.assign({},optionsObj),{callback:diff=>{const patch=diffLinesResultToPatch(diff);callback(patch)}}))}else return diffLinesResultToPatch(diffLines(oldStr,newStr,optionsObj));function diffLinesResultToPatch(diff){if(!diff)return;diff.push({value:"",lines:[]});function contextLines(lines){return lines.map(function(entry){return" "+entry})}const hunks=[];let oldRangeStart=0,newRangeStart=0,curRange=[],oldLine=1,newLine=1;for(let i=0;i<diff.length;i++){const current=diff[i],lines=current.lines||splitLines(current.value);if(current.lines=lines,current.added||current.removed){if(!oldRangeStart){const prev=diff[i-1];oldRangeStart=oldLine,newRangeStart=newLine,prev&&(curRange=context>0?contextLines(prev.lines.slice(-context)):[],oldRangeStart-=curRange.length,newRangeStart-=curRange.length)}for(const line2 of lines)curRange.push((current.added?"+":"-")+line2);current.added?newLine+=lines.length:oldLine+=lines.length}else{if(oldRangeStart)if(lines.length<=context*2&&i<diff.length-2)for(const line2 of contextLines(lines))curRange.push(line2);else{const contextSize=Math.min(lines.length,context);for(const line2 of contextLines(lines.slice(0,contextSize)))curRange.push(line2);const hunk={oldStart:oldRangeStart,oldLines:oldLine-oldRangeStart+contextSize,newStart:newRangeStart,newLines:newLine-newRangeStart+contextSize,lines:curRange};hunks.push(hunk),oldRangeStart=0,newRangeStart=0,curRange=[]}oldLine+=lines.length,newLine+=lines.length}}for(const hunk of hunks)for(let i=0;i<hunk.lines.length;i++)hunk.lines[i].endsWith(`
`)?hunk.lines[i]=hunk.lines[i].slice(0,-1):(hunk.lines.splice(i+1,0,"\\ No newline at end of file"),i++);return{oldFileName,newFileName,oldHeader,newHeader,hunks}}}function splitLines(text){const hasTrailingNl=text.endsWith(`
`),result=text.split(`
`).map(line2=>line2+`
`);return hasTrailingNl?result.pop():result.push(result.pop().slice(0,-1)),result}
// src/report/content-diff.ts
var unchangedAround = 3;
function contentDiff(before, after) {
  const lines = [];
  const field = (name, old, now) => {
    if (now === null || old === now) return;
    if (old !== null) lines.push(line(`-${name}: ${old}`, "removed"));
    lines.push(line(`+${name}: ${now}`, "added"));
  };
  field("title", before?.title ?? null, after.title);
  field("tags", before?.tags.join(", ") ?? null, after.tags.join(", "));
  if (after.kind === "article") {
    const old = before?.kind === "article" ? before : null;
    field("type", old?.type ?? null, after.type);
    field("editors", old ? editorsText(old.permissions) : null, editorsText(after.permissions));
  }
  lines.push(...textDiff(before?.body ?? "", after.body));
  if (after.kind === "question") {
    const old = before?.kind === "question" ? before.answer : "";
    if (old !== after.answer) lines.push(line("accepted answer:", "faint"));
    lines.push(...textDiff(old, after.answer));
  }
  return lines;
}
function textDiff(before, after) {
  if (before === after) return [];
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: unchangedAround });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => {
    const place = line(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, "faint");
    const changed = lines.map(
      (text) => line(text, text.startsWith("+") ? "added" : text.startsWith("-") ? "removed" : "plain")
    );
    return before === "" ? changed : [place, ...changed];
  });
}
function editorsText(permissions) {
  if (permissions === null) return null;
  if (permissions.editableBy !== "specific") return permissions.editableBy;
  const { users, groups } = permissions;
  return [...users.map((id) => `user ${id}`), ...groups.map((id) => `group ${id}`)].join(", ");
}

// src/report/plan-report.ts
function planLines(report) {
  const { id, name } = report.account;
  const lines = [line(`${placeName(report.destination)}, as ${name} (${id})`, "heading")];
  for (const step of report.steps) {
    const where = step.url ? `  ${step.url}` : "";
    lines.push(line(""), line(`${step.action}  ${step.source}${where}`, "heading"));
    lines.push(...warningLines(step), ...contentDiff(step.before, step.after).map(indented));
  }
  for (const held of report.held) {
    lines.push(line(""), line(`held  ${held.source}: ${held.reason}`, "warning"));
    if (held.url) lines.push(line(`  ${held.url}`));
    lines.push(line(`  ${held.message}`), line(`  ${held.remedy}`));
    for (const { field, ours, theirs } of held.conflicts) {
      lines.push(line(`  ${field}, from the site's (-) to the source's (+):`, "faint"));
      lines.push(...textDiff(theirs, ours).map(indented));
    }
  }
  if (report.edited.length > 0) {
    lines.push(line(""), line("edited on the site, and left as they are:", "heading"));
    lines.push(...report.edited.map(({ source, url }) => line(`  ${source}  ${url}`)));
  }
  if (report.orphaned.length > 0) {
    lines.push(line(""), line("their source is gone; nothing is deleted:", "heading"));
    lines.push(...report.orphaned.map(({ source, url }) => line(`  ${source}  ${url}`)));
  }
  if (report.findings.length > 0) lines.push(line(""), ...findingLines(report.findings));
  lines.push(line(""), line(planSummary(report), "heading"));
  if (report.waiting > 0)
    lines.push(line("What waits comes with the next plan, once this one is published."));
  if (report.digest) lines.push(line(report.digest));
  return lines;
}
function warningLines({ action, reason, overwrites, url }) {
  const told = [];
  if (overwrites) {
    const { by, at, owner } = overwrites;
    const when = new Date(at).toISOString().slice(0, 16).replace("T", " ");
    told.push(`replaces what ${whoName(by)} wrote (last touched ${when} UTC)`);
    told.push(`the post is of ${whoName(owner)}`);
  } else if (action === "overwrite") {
    told.push(`replaces what somebody else wrote there: look at ${url ?? "the post"}`);
  }
  if (reason) told.push(passedOver[reason]);
  return told.map((text) => line(`  ${text}`, "warning"));
}
var passedOver = {
  deleted: "a new post, although its post was deleted on the site",
  "kind-changed": "a new post, as its post is of another kind; the old one stays",
  "title-taken": "a new post, although our account has one with this title"
};
function whoName(account) {
  return account ? `${account.name} (${account.id})` : "an account that is gone";
}
function planSummary(report) {
  const count = (action) => report.steps.filter((step) => step.action === action).length;
  const parts = [
    [count("create"), "to create"],
    [count("update"), "to update"],
    [count("merge"), "to merge"],
    [count("overwrite"), "to overwrite"],
    [count("adopt"), "to adopt"],
    [report.held.length, "held"],
    [report.waiting, "waiting"],
    [report.unchanged, "unchanged"]
  ];
  const named = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return named.length === 0 ? "Nothing is marked for publication." : named.join(", ");
}
function findingLines(findings) {
  return findings.flatMap(({ rule, severity, provenance, place, message, remedy }) => [
    line(
      `${place ? placeText(place) : provenanceText(provenance)}: ${severity}: ${message} [${rule}]`,
      severity
    ),
    line(`  ${remedy}`)
  ]);
}
function placeText({ file, line: row, column }) {
  return [file, row, column].filter((part) => part !== null).join(":");
}
function placeName({ tier, site, team, api }) {
  const where = team === null ? "the main site" : `team ${team}`;
  return `${where} at ${site} (${tier}, API ${api})`;
}
function indented({ text, tone }) {
  return line(`  ${text}`, tone);
}

export {
  planLines,
  planSummary,
  findingLines,
  placeText
};
