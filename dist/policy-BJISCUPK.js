import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{requireAccepted,requireApproval,requireApprover,requireUnused}from"./chunk-RCUYFSRH.js";import"./chunk-2J2DTTZO.js";import"./chunk-DTJS2OKO.js";export{requireAccepted,requireApproval,requireApprover,requireUnused};
