import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{canonicalJson}from"./chunk-P3QR3XB5.js";import{createHash}from"node:crypto";function digestOf(value){return`sha256:${createHash("sha256").update(canonicalJson(value),"utf8").digest("hex")}`}export{digestOf};
