import {
  actingWords
} from "./rendering.acting-words.js";
import {
  gfmStrikethroughToMarkdown,
  handle,
  parseAsStack,
  settle,
  toMarkdown,
  tooCostly
} from "./rendering.settle.js";
import {
  EXIT,
  toString,
  visit
} from "./markdown.parse-markdown.js";
import "./esbuild-helpers.js";

function defaultStringLength(value){return value.length}function markdownTable(table,options){const settings=options||{},align=(settings.align||[]).concat(),stringLength=settings.stringLength||defaultStringLength,alignments=[],cellMatrix=[],sizeMatrix=[],longestCellByColumn=[];let mostCellsPerRow=0,rowIndex=-1;for(;++rowIndex<table.length;){const row2=[],sizes2=[];let columnIndex2=-1;for(table[rowIndex].length>mostCellsPerRow&&(mostCellsPerRow=table[rowIndex].length);++columnIndex2<table[rowIndex].length;){const cell=serialize(table[rowIndex][columnIndex2]);if(settings.alignDelimiters!==!1){const size=stringLength(cell);sizes2[columnIndex2]=size,(longestCellByColumn[columnIndex2]===void 0||size>longestCellByColumn[columnIndex2])&&(longestCellByColumn[columnIndex2]=size)}row2.push(cell)}cellMatrix[rowIndex]=row2,sizeMatrix[rowIndex]=sizes2}let columnIndex=-1;if(typeof align=="object"&&"length"in align)for(;++columnIndex<mostCellsPerRow;)alignments[columnIndex]=toAlignment(align[columnIndex]);else{const code2=toAlignment(align);for(;++columnIndex<mostCellsPerRow;)alignments[columnIndex]=code2}columnIndex=-1;const row=[],sizes=[];for(;++columnIndex<mostCellsPerRow;){const code2=alignments[columnIndex];let before="",after="";code2===99?(before=":",after=":"):code2===108?before=":":code2===114&&(after=":");let size=settings.alignDelimiters===!1?1:Math.max(1,longestCellByColumn[columnIndex]-before.length-after.length);const cell=before+"-".repeat(size)+after;settings.alignDelimiters!==!1&&(size=before.length+size+after.length,size>longestCellByColumn[columnIndex]&&(longestCellByColumn[columnIndex]=size),sizes[columnIndex]=size),row[columnIndex]=cell}cellMatrix.splice(1,0,row),sizeMatrix.splice(1,0,sizes),rowIndex=-1;const lines=[];for(;++rowIndex<cellMatrix.length;){const row2=cellMatrix[rowIndex],sizes2=sizeMatrix[rowIndex],cellsInRow=settings.fillRows===!1?Math.max(1,cellMatrix[rowIndex===1?0:rowIndex].length):mostCellsPerRow;columnIndex=-1;const line=[];for(;++columnIndex<cellsInRow;){const cell=row2[columnIndex]||"";let before="",after="";if(settings.alignDelimiters!==!1){const size=longestCellByColumn[columnIndex]-(sizes2[columnIndex]||0),code2=alignments[columnIndex];if(code2===114)before=" ".repeat(size);else if(code2===99){const half=size/2;size%2?(before=" ".repeat(half+.5),after=" ".repeat(half-.5)):(before=" ".repeat(half),after=before)}else after=" ".repeat(size)}settings.delimiterStart!==!1&&!columnIndex&&line.push("|"),settings.padding!==!1&&!(settings.alignDelimiters===!1&&cell==="")&&(settings.delimiterStart!==!1||columnIndex)&&line.push(" "),settings.alignDelimiters!==!1&&line.push(before),line.push(cell),settings.alignDelimiters!==!1&&line.push(after),settings.padding!==!1&&line.push(" "),(settings.delimiterEnd!==!1||columnIndex!==cellsInRow-1)&&line.push("|")}lines.push(settings.delimiterEnd===!1?line.join("").replace(/ +$/,""):line.join(""))}return lines.join(`
`)}function serialize(value){return value==null?"":String(value)}function toAlignment(value){const code2=typeof value=="string"?value.codePointAt(0):0;return code2===67||code2===99?99:code2===76||code2===108?108:code2===82||code2===114?114:0}function gfmTableToMarkdown(options){const settings=options||{},{tableCellPadding:padding,tablePipeAlign:alignDelimiters,stringLength}=settings,around=padding?" ":"|";return{handlers:{inlineCode:inlineCodeWithTable,table:handleTable,tableCell:handleTableCell,tableRow:handleTableRow},join:[joinTable],unsafe:[{character:"\r",inConstruct:"tableCell"},{character:`
`,inConstruct:"tableCell"},{atBreak:!0,character:"|",after:"[	 :-]"},{character:"|",inConstruct:"tableCell"},{atBreak:!0,character:":",after:"-"},{atBreak:!0,character:"-",after:"[:|-]"}]};function handleTable(node,_,state,info){const matrix=handleTableAsData(node,state,info),head=matrix[0];if(head){let columns=node.align?node.align.length:0,index=-1;if(!columns)for(;++index<matrix.length;)matrix[index].length>columns&&(columns=matrix[index].length);for(;head.length<columns;)head.push("")}return serializeData(matrix,node.align)}function handleTableRow(node,_,state,info){const row=handleTableRowAsData(node,state,info),value=serializeData([row]);return value.slice(0,value.indexOf(`
`))}function handleTableCell(node,_,state,info){const exit=state.enter("tableCell"),subexit=state.enter("phrasing"),value=state.containerPhrasing(node,{...info,before:around,after:around});return subexit(),exit(),value}function serializeData(matrix,align){return markdownTable(matrix,{align,alignDelimiters,fillRows:!1,padding,stringLength})}function handleTableAsData(node,state,info){const{children}=node;let index=-1;const result=[],subexit=state.enter("table");for(;++index<children.length;)result[index]=handleTableRowAsData(children[index],state,info);return subexit(),result}function handleTableRowAsData(node,state,info){const{children}=node;let index=-1;const result=[],subexit=state.enter("tableRow");for(;++index<children.length;)result[index]=handleTableCell(children[index],node,state,info);return subexit(),result}function inlineCodeWithTable(node,parent,state){const value=handle.inlineCode(node,parent,state);if(!state.stack.includes("tableCell"))return value;const result=[];let start=0,index=value.indexOf("|");for(;index!==-1;){let before=index;for(;before>start&&value.charCodeAt(before-1)===92;)before--;result.push(value.slice(start,index)),(index-before)%2===0&&result.push("\\"),start=index,index=value.indexOf("|",index+1)}return result.push(value.slice(start)),result.join("")}}function joinTable(left,right,parent,state){if(left.type==="table"&&parent.type==="listItem"&&parent.spread===!1&&(right.type==="definition"||right.type==="heading"&&formatHeadingAsSetext(right,state)||right.type==="paragraph"||right.type==="table"))return 1}function formatHeadingAsSetext(node,state){let literalWithBreak=!1;return visit(node,function(node2){if(node2.type==="break"||"value"in node2&&/\r?\n|\r/.test(node2.value))return literalWithBreak=!0,EXIT}),!!((!node.depth||node.depth<3)&&toString(node)&&(state.options.setext||literalWithBreak))}
// src/rendering/inert-markdown.ts
var longest = 3e4;
var drawn = new Set(
  "mermaid math geojson topojson stl plantuml graphviz glql suggestion".split(" ")
);
var noted = /\/(?:issues|pull|pulls|discussions|commit|compare|merge_requests)(?:\/|$)/i;
var written = {
  bullet: "-",
  fences: true,
  resourceLink: true,
  rule: "-",
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    // GitHub's formulas.
    { unsafe: [{ character: "$", inConstruct: "phrasing" }] }
  ]
};
function inertMarkdown(markdown) {
  if (markdown.length > longest || tooCostly(markdown)) return null;
  try {
    const tree = parseAsStack(markdown);
    settle(tree, markdown);
    const definitions = definitionsIn(tree);
    const children = blocksOf(tree.children, definitions);
    return toMarkdown({ type: "root", children: [{ type: "blockquote", children }] }, written);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
function definitionsIn(tree) {
  const found = /* @__PURE__ */ new Map();
  const look = (node) => {
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node);
    if ("children" in node) for (const child of node.children) look(child);
  };
  look(tree);
  return found;
}
function blocksOf(nodes, all) {
  return nodes.flatMap((node) => blockOf(node, all) ?? []);
}
function blockOf(node, all) {
  if (node.type === "paragraph" || node.type === "heading")
    return { ...node, children: phrasesOf(node.children, all) };
  if (node.type === "blockquote") return { ...node, children: blocksOf(node.children, all) };
  if (node.type === "list") {
    const children = node.children.map((item) => ({
      ...item,
      checked: null,
      children: blocksOf(item.children, all)
    }));
    return { ...node, children };
  }
  if (node.type === "table") {
    const children = node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: phrasesOf(cell.children, all) }))
    }));
    return { ...node, children };
  }
  if (node.type === "code") {
    const lang = /^[\w+#.-]{1,30}$/.exec(node.lang ?? "")?.[0].toLowerCase() ?? null;
    return { ...node, lang: lang && drawn.has(lang) ? null : lang, meta: null };
  }
  if (node.type === "html") return { type: "code", lang: "html", value: node.value };
  if (node.type === "thematicBreak") return node;
  return "value" in node ? { type: "code", value: node.value } : null;
}
function phrasesOf(nodes, all) {
  const phrases = [];
  let text = "";
  const flush = () => {
    for (const piece of actingWords(text))
      phrases.push({ type: piece.acts ? "inlineCode" : "text", value: piece.text });
    text = "";
  };
  for (const node of nodes) {
    if (node.type === "text" || node.type === "escaped") {
      text += node.value;
      continue;
    }
    flush();
    phrases.push(...phraseOf(node, all));
  }
  flush();
  return withCodeJoined(phrases);
}
function withCodeJoined(phrases) {
  const joined = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (phrase.type === "inlineCode" && last?.type === "inlineCode")
      joined[joined.length - 1] = code(last.value + phrase.value);
    else joined.push(phrase);
  }
  return joined;
}
function phraseOf(node, all) {
  if (node.type === "emphasis" || node.type === "strong" || node.type === "delete")
    return [{ ...node, children: phrasesOf(node.children, all) }];
  if (node.type === "link") return linkOf(node.url, phrasesOf(node.children, all));
  if (node.type === "linkReference") {
    const children = phrasesOf(node.children, all);
    const target = all.get(node.identifier);
    return target ? linkOf(target.url, children) : children;
  }
  if (node.type === "image" || node.type === "imageReference") {
    const words = phrasesOf([{ type: "text", value: `image: ${node.alt ?? ""}`.trim() }], all);
    return [{ type: "emphasis", children: words }];
  }
  if (node.type === "break" || node.type === "inlineCode") return [node];
  return "value" in node ? [code(node.value)] : [];
}
function linkOf(url, children) {
  if (url === "" || /^https?:\/\/[^/]*\.invalid(?:\/|$)/i.test(url)) return children;
  if (/^https?:\/\//i.test(url) && !noted.test(url))
    return [{ type: "link", url, children: children.length > 0 ? children : [code(url)] }];
  const [only] = children;
  if (children.length === 1 && only?.type === "inlineCode" && only.value === url) return children;
  return [...children, { type: "text", value: " (" }, code(url), { type: "text", value: ")" }];
}
function code(value) {
  return { type: "inlineCode", value };
}
export {
  inertMarkdown
};
